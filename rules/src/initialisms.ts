/** Abbreviations that are read letter by letter and stand for names: they keep their capitals. */
const names =
  'EU FN SCB SVT SR TT SKR SKL SMHI MSB LSS LVU LVM LRF LO TCO KF KS KU BUN SBN HR VA PM FHM JO JK PTS DO FBI CIA USA UD AF ' +
  'FK CSN SL SJ RFSL ABF ARN PBL SFI BVC MVC IMY FMV FRA HD HFD KTH LTU SLU KI NCC SKB SSM SGU SGI VTI MUCF PRV ' +
  'OECD WHO ESV GDPR API URL NPF VVS OVK MKB ÖP KPI NKI BNP HVB VFU APL BB KD SD MP UR SOU SFS PRAO EES EKB KFUM ÅVC TBE'
/** Those that stand for common words, and are mostly written small. */
const words = 'IT TV VD PDF SMS MMS CD DVD GPS USB ADHD DNA HBTQ'

const nameSet = new Set(names.split(' '))
const wordSet = new Set(words.split(' '))

/** True for an abbreviation in capitals that is read letter by letter. */
export function isSpelled(form: string): boolean {
  return nameSet.has(form) || wordSet.has(form)
}

/** The form that is mostly written: `sms` for `SMS`, but `EU`. */
export function usualCase(form: string): string {
  return wordSet.has(form) ? form.toLowerCase() : form
}

/** Abbreviations for common words, in capitals. */
export const smallInitialisms: readonly string[] = words.split(' ')
