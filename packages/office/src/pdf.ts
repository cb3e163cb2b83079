export { type PdfText, readPdf } from './pdf/read-pdf.ts'
