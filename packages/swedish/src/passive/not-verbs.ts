/** Words on -s that are no s-form of a verb, whatever their context makes a tagger believe. */
const NOT_VERBS = new Set(
  (
    'alls annars baklänges bums dels delvis ens exempelvis framlänges förgäves förhållandevis inomhus inrikes ' +
    'jämsides lyckligtvis möjligtvis naturligtvis sidledes stegvis stundtals tillbaks tillfreds tills tillsammans ' +
    'tvärs utomhus utomlands utrikes vanligtvis måndags tisdags onsdags torsdags fredags lördags söndags våras ' +
    'somras höstas vintras fots havs sjöss lands bords sängs skogs tals mans hos oss dess hans hennes deras vars ' +
    'allas någons ingens varandras bådas adress allians ambulans balans bas bonus buss bås campus ' +
    'chans cirkus differens distans fas finans fokus frekvens gas glas gräs gås hals hus impuls instans is kaos klass ' +
    'kompetens konferens kongress konsekvens kris kurs licens lins ljus minus mus palats plats plus press pris ' +
    'process puls ras referens ris status stress substans vas virus gratis lös hes kass nervös religiös seriös ' +
    'generös slags dags års läs res frys blås nys mys medans eljes ' +
    'adidas ateljéplats parkeringsplats arbetsplats webbplats mötesplats förskoleplats ' +
    'mestadels merendels förstås'
  ).split(' '),
)

/**
 * True for words of the closed lists and the adjectives on -lös, which end in -s without being verbs.
 * `förstås` is among them: only `med … förstås` makes a verb of it.
 */
export function isNeverSForm(lower: string): boolean {
  return NOT_VERBS.has(lower) || (lower.length > 5 && (lower.endsWith('lös') || lower.endsWith('vis')))
}
