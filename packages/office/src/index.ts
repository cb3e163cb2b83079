export { OfficeError, type OfficeErrorCode } from './office-error.ts'
export { readOffice } from './read-office.ts'
