import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * Takes a file that is dropped anywhere on the page; text that is dropped in the field is the browser's affair.
 *
 * @returns whether something hovers over the page
 */
export function useDrop(onFile: (file: File) => void, onOther: () => void): boolean {
  const [isOver, setOver] = useState(false)
  const handlers = useRef({ onFile, onOther })
  handlers.current = { onFile, onOther }
  useEffect(() => {
    let depth = 0
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent): void => {
      if (hasFiles(event)) setOver(++depth > 0)
    }
    const leave = (event: DragEvent): void => {
      if (hasFiles(event)) setOver(--depth > 0)
    }
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      depth = 0
      setOver(false)
      if (!hasFiles(event)) return
      // Without this the browser leaves the page for the file, and the text is gone.
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) handlers.current.onFile(file)
      else handlers.current.onOther()
    }
    const stop = new AbortController()
    const options = { signal: stop.signal }
    document.addEventListener('dragenter', enter, options)
    document.addEventListener('dragleave', leave, options)
    document.addEventListener('dragover', over, options)
    document.addEventListener('drop', drop, options)
    return () => stop.abort()
  }, [])
  return isOver
}
