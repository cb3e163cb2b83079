const inText =
  /^I (?:[\p{L}\d-]+ )?\p{L}*(?:remissen|betänkandet|rapporten|paragraferna|paragrafen|kapitlet|kap\.|dokumentet|avsnittet|avsnitt|lagen|policyn|bilagan|utredningen|propositionen|direktivet|yttrandet|domen|beslutet|planen|skriften|boken|artikeln|tabellen|figuren|diagrammet|texten|broschyren|motiveringen|reglementet|förordningen)(?!\p{L})/iu

/** True for a sentence that tells what a text says and holds: `I betänkandet lämnas förslag`, `I 5 kap. behandlas`. */
export function isInText(sentence: string): boolean {
  return inText.test(sentence)
}
