/*! Holds PDF.js, Copyright Mozilla Foundation, Apache License 2.0 (https://github.com/mozilla/pdf.js), as packed by unpdf, MIT License. */
import * as pdfjs from 'unpdf/pdfjs'
import type { StructureNode } from './tagged.ts'

// What of PDF.js is used. The types that come with unpdf do not resolve in an ES module.

export interface PdfDocument {
  numPages: number
  /** @param number counts from 1 */
  getPage(number: number): Promise<PdfPage>
  getMetadata(): Promise<{ info: object }>
  destroy(): Promise<void>
}

export interface PdfPage {
  pageNumber: number
  /** Left, bottom, right and top, in points. */
  view: readonly number[]
  /** What the page has loaded, such as fonts, by the name that text items give. */
  commonObjs: { has(id: string): boolean; get(id: string): unknown }
  getTextContent(options: { includeMarkedContent: true }): Promise<{ items: (TextItem | MarkedContent)[] }>
  getStructTree(): Promise<StructureNode | null>
  getAnnotations(): Promise<object[]>
  getOperatorList(): Promise<object>
  cleanup(): void
}

interface TextItem {
  str: string
  width: number
  fontName: string
  /** Six numbers: how the text is scaled and slanted, and where it begins. */
  transform: readonly number[]
}

interface MarkedContent {
  type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent'
  id?: string
  tag?: string
}

interface PdfJs {
  getDocument(source: { data: Uint8Array } & Readonly<Record<string, unknown>>): { promise: Promise<PdfDocument> }
}

// unpdf calls what Node has from version 21 on.
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength) {
      const copy = new Uint8Array(length)
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return copy.buffer
    },
  })

export const { getDocument } = pdfjs as unknown as PdfJs
