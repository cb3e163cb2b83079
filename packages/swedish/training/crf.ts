import { createRandom, shuffle } from './random.ts'

/**
 * Sentences ready for training, flattened. Token i of the whole corpus has the features
 * `features[featureStart[i] .. featureStart[i + 1]]` and the candidate tags
 * `candidates[candidateStart[i] .. candidateStart[i + 1]]`, of which number `gold[i]` is right.
 */
export interface CrfData {
  readonly sentenceStart: Int32Array
  readonly featureStart: Int32Array
  readonly features: Int32Array
  readonly candidateStart: Int32Array
  readonly candidates: Uint8Array
  readonly gold: Int32Array
}

export interface CrfOptions {
  readonly featureCount: number
  readonly tagCount: number
  /** Groups of tags that share weights, beside each tag's own: group of each tag, by kind of group. */
  readonly groups: readonly Uint8Array[]
  readonly epochs: number
  readonly rate: number
  /** Weight of the L1 penalty, in gradients a sentence. */
  readonly l1: number
  readonly seed: number
  /** Share of a feature's firings left out in training, 0–1 by feature; rare words' own features most. */
  readonly dropout: Float32Array
  readonly onEpoch?: (epoch: number, logLikelihood: number, model: CrfModel) => void
}

/** Weights of feature × label and label × label; labels are the tags followed by the groups. */
export interface CrfModel {
  readonly tagCount: number
  readonly labelCount: number
  /** Labels of each tag: itself and its groups. */
  readonly labelsOf: readonly Int32Array[]
  readonly emission: Float32Array
  /** Score of tag b after tag a at `[a * (tagCount + 1) + b]`; row `tagCount` is the sentence's start, column `tagCount` its end. */
  readonly transition: Float32Array
}

/**
 * Trains a linear-chain conditional random field over pruned candidates by AdaGrad; the weights given
 * back are the mean over the second half of the epochs.
 */
export function trainCrf(data: CrfData, options: CrfOptions): CrfModel {
  const { featureCount, tagCount, groups, epochs, rate, seed, dropout } = options
  const groupOffsets: number[] = []
  let labelCount = tagCount
  for (const group of groups) {
    groupOffsets.push(labelCount)
    labelCount += Math.max(...group) + 1
  }
  const labelsOf = Array.from({ length: tagCount }, (_, tag) =>
    Int32Array.from([tag, ...groups.map((group, g) => groupOffsets[g]! + group[tag]!)]),
  )
  if (labelCount > 256) throw new Error(`${labelCount} labels: more than a byte holds`)
  const parts = 1 + groups.length
  const label = new Int32Array(tagCount * parts)
  for (let t = 0; t < tagCount; t++) label.set(labelsOf[t]!, t * parts)

  const W = new Float32Array(featureCount * labelCount)
  const G = new Float32Array(featureCount * labelCount)
  const side = labelCount + 1
  const edge = labelCount
  const TW = new Float32Array(side * side)
  const TG = new Float32Array(side * side)
  const sumW = new Float32Array(W.length)
  const sumT = new Float32Array(side * side)
  let summed = 0

  const sentences = data.sentenceStart.length - 1
  const order = Int32Array.from({ length: sentences }, (_, i) => i)
  const random = createRandom(seed)
  let longest = 0
  let widest = 0
  for (let s = 0; s < sentences; s++) longest = Math.max(longest, data.sentenceStart[s + 1]! - data.sentenceStart[s]!)
  for (let i = 0; i + 1 < data.candidateStart.length; i++)
    widest = Math.max(widest, data.candidateStart[i + 1]! - data.candidateStart[i]!)
  const emit = new Float64Array(longest * widest)
  const alpha = new Float64Array((longest + 1) * widest)
  const beta = new Float64Array((longest + 1) * widest)
  const keep = new Uint8Array(4096)

  const fullTransition = (): Float32Array => {
    const out = new Float32Array((tagCount + 1) * (tagCount + 1))
    for (let a = 0; a <= tagCount; a++)
      for (let b = 0; b <= tagCount; b++) out[a * (tagCount + 1) + b] = transitionScore(a, b)
    return out
  }
  const transitionScore = (a: number, b: number): number => {
    let sum = 0
    if (a === tagCount) for (let p = 0; p < parts; p++) sum += TW[edge * side + label[b * parts + p]!]!
    else if (b === tagCount) for (let p = 0; p < parts; p++) sum += TW[label[a * parts + p]! * side + edge]!
    else for (let p = 0; p < parts; p++) sum += TW[label[a * parts + p]! * side + label[b * parts + p]!]!
    return sum
  }
  const updateTransition = (a: number, b: number, gradient: number): void => {
    const bump = (index: number): void => {
      TG[index]! += gradient * gradient
      TW[index]! += (rate * gradient) / (1e-2 + Math.sqrt(TG[index]!))
    }
    for (let p = 0; p < parts; p++) {
      if (a === tagCount) bump(edge * side + label[b * parts + p]!)
      else if (b === tagCount) bump(label[a * parts + p]! * side + edge)
      else bump(label[a * parts + p]! * side + label[b * parts + p]!)
    }
  }

  const labelGradient = new Float64Array(labelCount)
  const touched = new Int32Array(labelCount)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let logLikelihood = 0
    // One table of transitions a block of sentences keeps exponentials cheap; it is refreshed often.
    for (let at = 0; at < sentences; at++) {
      const sentence = order[at]!
      const first = data.sentenceStart[sentence]!
      const length = data.sentenceStart[sentence + 1]! - first
      const featureFirst = data.featureStart[first]!
      const featureTotal = data.featureStart[first + length]! - featureFirst
      const kept = featureTotal <= keep.length ? keep : new Uint8Array(featureTotal)
      for (let j = 0; j < featureTotal; j++) {
        const drop = dropout[data.features[featureFirst + j]!]!
        kept[j] = drop > 0 && random() < drop ? 0 : 1
      }
      // Emission scores.
      for (let i = 0; i < length; i++) {
        const token = first + i
        const c0 = data.candidateStart[token]!
        const k = data.candidateStart[token + 1]! - c0
        for (let c = 0; c < k; c++) {
          let sum = 0
          if (k > 1) {
            const tag = data.candidates[c0 + c]!
            for (let j = data.featureStart[token]!; j < data.featureStart[token + 1]!; j++) {
              if (kept[j - featureFirst] === 0) continue
              const row = data.features[j]! * labelCount
              for (let p = 0; p < parts; p++) sum += W[row + label[tag * parts + p]!]!
            }
          }
          emit[i * widest + c] = sum
        }
      }
      // Forward and backward in logarithms.
      const candidatesAt = (i: number): number => data.candidateStart[first + i]!
      const countAt = (i: number): number => data.candidateStart[first + i + 1]! - data.candidateStart[first + i]!
      for (let c = 0; c < countAt(0); c++)
        alpha[c] = emit[c]! + transitionScore(tagCount, data.candidates[candidatesAt(0) + c]!)
      for (let i = 1; i < length; i++) {
        const k = countAt(i)
        const m = countAt(i - 1)
        for (let c = 0; c < k; c++) {
          const tag = data.candidates[candidatesAt(i) + c]!
          let max = -Infinity
          for (let q = 0; q < m; q++) {
            const v = alpha[(i - 1) * widest + q]! + transitionScore(data.candidates[candidatesAt(i - 1) + q]!, tag)
            beta[q] = v
            if (v > max) max = v
          }
          let sum = 0
          for (let q = 0; q < m; q++) sum += Math.exp(beta[q]! - max)
          alpha[i * widest + c] = emit[i * widest + c]! + max + Math.log(sum)
        }
      }
      let z = -Infinity
      {
        const k = countAt(length - 1)
        let max = -Infinity
        for (let c = 0; c < k; c++) {
          const end = transitionScore(data.candidates[candidatesAt(length - 1) + c]!, tagCount)
          beta[(length - 1) * widest + c] = end
          max = Math.max(max, alpha[(length - 1) * widest + c]! + end)
        }
        let sum = 0
        for (let c = 0; c < k; c++)
          sum += Math.exp(alpha[(length - 1) * widest + c]! + beta[(length - 1) * widest + c]! - max)
        z = max + Math.log(sum)
      }
      for (let i = length - 2; i >= 0; i--) {
        const k = countAt(i)
        const m = countAt(i + 1)
        for (let c = 0; c < k; c++) {
          const tag = data.candidates[candidatesAt(i) + c]!
          let max = -Infinity
          for (let q = 0; q < m; q++)
            max = Math.max(
              max,
              transitionScore(tag, data.candidates[candidatesAt(i + 1) + q]!) +
                emit[(i + 1) * widest + q]! +
                beta[(i + 1) * widest + q]!,
            )
          let sum = 0
          for (let q = 0; q < m; q++)
            sum += Math.exp(
              transitionScore(tag, data.candidates[candidatesAt(i + 1) + q]!) +
                emit[(i + 1) * widest + q]! +
                beta[(i + 1) * widest + q]! -
                max,
            )
          beta[i * widest + c] = max + Math.log(sum)
        }
      }
      // Transitions: gradients are taken before any weight of the sentence moves.
      const moves: number[] = []
      for (let i = 0; i <= length; i++) {
        const k = i < length ? countAt(i) : 1
        const m = i > 0 ? countAt(i - 1) : 1
        if (k * m === 1) continue
        for (let c = 0; c < k; c++) {
          const tag = i < length ? data.candidates[candidatesAt(i) + c]! : tagCount
          for (let q = 0; q < m; q++) {
            const before = i > 0 ? data.candidates[candidatesAt(i - 1) + q]! : tagCount
            const left = i > 0 ? alpha[(i - 1) * widest + q]! : 0
            const right = i < length ? emit[i * widest + c]! + beta[i * widest + c]! : 0
            const p = Math.exp(left + transitionScore(before, tag) + right - z)
            const right2 = i < length ? data.gold[first + i]! === c : true
            const left2 = i > 0 ? data.gold[first + i - 1]! === q : true
            const gradient = (right2 && left2 ? 1 : 0) - p
            if (gradient > 1e-4 || gradient < -1e-4) moves.push(before, tag, gradient)
          }
        }
      }
      for (let i = 0; i < length; i++) {
        const token = first + i
        const k = countAt(i)
        if (k === 1) continue
        let touchedCount = 0
        for (let c = 0; c < k; c++) {
          const p = Math.exp(alpha[i * widest + c]! + beta[i * widest + c]! - z)
          const right = data.gold[token]! === c
          if (right) logLikelihood += Math.log(Math.max(p, 1e-30))
          const gradient = (right ? 1 : 0) - p
          if (gradient < 1e-4 && gradient > -1e-4) continue
          const tag = data.candidates[candidatesAt(i) + c]!
          for (let q = 0; q < parts; q++) {
            const at = label[tag * parts + q]!
            if (labelGradient[at] === 0) touched[touchedCount++] = at
            labelGradient[at]! += gradient
          }
        }
        for (let j = data.featureStart[token]!; j < data.featureStart[token + 1]!; j++) {
          if (kept[j - featureFirst] === 0) continue
          const row = data.features[j]! * labelCount
          for (let q = 0; q < touchedCount; q++) {
            const at = row + touched[q]!
            const gradient = labelGradient[touched[q]!]! - options.l1 * Math.sign(W[at]!)
            G[at]! += gradient * gradient
            W[at]! += (rate * gradient) / (1e-2 + Math.sqrt(G[at]!))
          }
        }
        for (let q = 0; q < touchedCount; q++) labelGradient[touched[q]!] = 0
      }
      for (let m = 0; m < moves.length; m += 3) updateTransition(moves[m]!, moves[m + 1]!, moves[m + 2]!)
    }
    if (epoch >= epochs / 2) {
      for (let i = 0; i < W.length; i++) sumW[i]! += W[i]!
      for (let i = 0; i < TW.length; i++) sumT[i]! += TW[i]!
      summed++
    }
    options.onEpoch?.(epoch, logLikelihood, {
      tagCount,
      labelCount,
      labelsOf,
      emission: W,
      transition: fullTransition(),
    })
  }
  for (let i = 0; i < W.length; i++) W[i] = sumW[i]! / summed
  for (let i = 0; i < TW.length; i++) TW[i] = sumT[i]! / summed
  return { tagCount, labelCount, labelsOf, emission: W, transition: fullTransition() }
}
