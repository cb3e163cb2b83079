export { readOffice } from '@klarsprak/office'
