// The house's own settings. Only code on the server reads them.

/** Where `klarsprak serve` answers. */
export const address = 'http://127.0.0.1:8081'
/** The token that the service knows; empty where it needs none. */
export const token = ''
/** Who gets the reports by mail; empty: they go to the log alone. */
export const mailTo = ''
