/** Something the user can mend: said on standard error as it is, in Swedish, and the exit status is 2. */
export class UserError extends Error {
  override name = 'UserError'
}

/** What a failed file operation means, in words for a person. */
export function describeFileError(error: unknown, path: string): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  switch (code) {
    case 'ENOENT':
      return `Hittar inte ${path}.`
    case 'EACCES':
    case 'EPERM':
      return `Du saknar behörighet till ${path}.`
    case 'EISDIR':
      return `${path} är en mapp, inte en fil.`
    case 'ENOTDIR':
      return `${path} går inte att öppna: en del av sökvägen är ingen mapp.`
    case 'ELOOP':
      return `${path} går inte att öppna: länkarna leder runt i en ring.`
    case 'ENOSPC':
      return `Det går inte att skriva ${path}: disken är full.`
    case 'EROFS':
      return `Det går inte att skriva ${path}: disken kan bara läsas.`
    case 'EMFILE':
    case 'ENFILE':
      return `Det går inte att öppna ${path}: för många filer är öppna.`
    case 'ENAMETOOLONG':
      return `Sökvägen är för lång: ${path.slice(0, 80)}…`
    default:
      return `Det går inte att läsa eller skriva ${path}${code ? ` (${code})` : ''}.`
  }
}

/** Errors that no other file would fare better by. */
const stopping = new Set(['ConfigError', 'ModelError', 'BaselineError'])

/**
 * What is wrong with one file of many, in words for a person.
 *
 * @throws the error itself, where it stops the run
 */
export function faultOf(error: unknown, path: string): string {
  if (!(error instanceof Error) || stopping.has(error.name)) throw error
  if (error.name === 'UserError') return error.message
  if (error.name === 'DocumentError') return `${path}: ${withoutName(error.message, path)}`
  if (process.env.KLARSPRAK_DEBUG) return `${path}: ${error.stack}`
  if (error instanceof RangeError) return `${path}: Texten är för djupt nästlad eller för stor för att granskas.`
  return `${path}: Granskningen gick sönder på den här filen. Det är ett fel i programmet. Kör igen med KLARSPRAK_DEBUG=1 för att se mer.`
}

/** Messages about bytes name the file themselves. */
function withoutName(message: string, path: string): string {
  return message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message
}
