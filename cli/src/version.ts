declare const KLARSPRAK_VERSION: string | undefined

/** The version of the program; set when it is built. */
export const version: string = typeof KLARSPRAK_VERSION === 'string' ? KLARSPRAK_VERSION : '0.0.0'
