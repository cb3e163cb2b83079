// Texts for the load test: no two alike, so that none is answered from memory.

const openings = [
  'Du som bor i kommunen kan ansöka om',
  'Vi har beslutat att ändra',
  'Nämnden behandlade i går ärendet om',
  'Från och med måndag gäller nya regler för',
  'Kontakta oss om du har frågor om',
  'Ansökan ska lämnas in i god tid när det gäller',
  'Handläggaren bedömer varje ansökan om',
  'Det är viktigt att alla känner till',
]
const subjects = [
  'bygglov för mindre tillbyggnader',
  'plats i förskolan',
  'stöd i hemmet för äldre',
  'avgifter för vatten och avlopp',
  'parkering i centrum',
  'skolskjuts under vintern',
  'bidrag till föreningar',
  'tillsyn av livsmedelsföretag',
]
const endings = [
  'och vi svarar så fort vi kan.',
  'varvid beslut erhålles inom fyra veckor.',
  'i enlighet med gällande riktlinjer och styrdokument.',
  'men först behöver du läsa vår information.',
  'eftersom antalet ansökningar har ökat kraftigt under året, vilket har medfört längre handläggningstider.',
  'och du kan överklaga beslutet om du inte är nöjd.',
  'samt de handlingar som krävs för bedömningen.',
  'så att du vet vad som händer med ditt ärende.',
]

/** Numbers from a seed: the same every time. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** An HTML page of about so many words. */
export function makePage(words: number, random: () => number, number: number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  let html = `<!DOCTYPE html><html lang="sv"><head><title>Ärende ${number}</title></head><body><main><h1>${pick(subjects)}</h1>`
  let count = 4
  for (let paragraph = 0; count < words; paragraph++) {
    if (paragraph % 6 === 5) html += `<h2>Mer om ${pick(subjects)}</h2>`
    html += `<p>Ärende ${number} del ${paragraph}. `
    count += 4
    for (let sentence = 0; sentence < 4 && count < words; sentence++) {
      const text = `${pick(openings)} ${pick(subjects)} ${pick(endings)} `
      html += random() < 0.2 ? `<strong>${text}</strong>` : text
      count += text.split(' ').length - 1
    }
    html += '</p>\n'
  }
  return `${html}</main></body></html>`
}

/** Lengths between 50 and 5 000 words, short ones more often than long. */
export function pickLength(random: () => number): number {
  return Math.round(50 * 100 ** (random() ** 1.5))
}
