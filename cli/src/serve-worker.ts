// The process that lints texts for the HTTP service: bundled to a file of its own.
import '@klarsprak/http/worker'
