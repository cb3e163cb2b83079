declare const KLARSPRAK_VERSION: string | undefined

/** The version of the program; `0.0.0` where it runs from its sources. */
export const version: string = typeof KLARSPRAK_VERSION === 'string' ? KLARSPRAK_VERSION : '0.0.0'
