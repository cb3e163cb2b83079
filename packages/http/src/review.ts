export {
  type Review,
  type ReviewedBlock,
  type ReviewedEdit,
  type ReviewedPoint,
  type ReviewedSentence,
  reviewText,
} from '@klarsprak/engine'
