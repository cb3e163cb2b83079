export { CrawlError, type CrawlEvent, type CrawlOptions, crawl } from './crawl.ts'
