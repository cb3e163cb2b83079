declare const KLARSPRAK_VERSION: string | undefined
declare const KLARSPRAK_BUILD: string | undefined

/** The version of the program; set when it is built. */
export const version: string = typeof KLARSPRAK_VERSION === 'string' ? KLARSPRAK_VERSION : '0.0.0'

/** Another for every program that may find other things: its version, and a digest of its code and model. */
export const build: string = typeof KLARSPRAK_BUILD === 'string' ? KLARSPRAK_BUILD : version
