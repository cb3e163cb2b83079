/**
 * Frequent short words of each language, chosen by us: those that nearly every paragraph has. The first is
 * Swedish; the others are languages that Swedish authorities publish in or quote. A word may stand under
 * several languages.
 */
export const FUNCTION_WORDS: readonly (readonly [language: string, words: string])[] = [
  [
    'sv',
    `och att det som en på är av för med den till inte om ett men har de så var jag kan ska skall vid från eller du vi när
    hos inom under efter utan detta denna dessa också även mycket få får blir blev bli vara varit hade skulle måste vill
    där här hur vad vilka vilken vilket samt enligt mellan genom mot sig sin sitt sina han hon dem deras dess oss vår vårt
    våra din ditt dina er ert era alla allt andra annan annat ingen inget inga någon något några mer mest än nu bara i
    ha per kommun kommunen kommunens nämnden ja nej ni man finns gör göra ta tar ge ger se ser kunna vore upp ut in över redan
    sedan innan varje både dock därför eftersom samma själv mig dig honom henne åt ur för fler flera hela`,
  ],
  [
    'en',
    `the of and to is that with on are be this you by from or your we our have has not can will at as it an if was their
    which more what how who about please should may must they these those been also other there when do does get any us
    its would into than only here my for in me his she them out up no were had but where why could each some such`,
  ],
  [
    'fi',
    `ja on ei se että oli hän mutta kun niin myös tai joka ovat jos voi sekä kuin tämä mukaan ole sen mitä olla jo vain
    kaikki noin hyvin siitä sitä he me te sinä minä sinun voit kunnan kunta asti jälkeen kanssa ennen tässä nämä jotka
    joita siihen tulee pitää eivät olet olemme kaupungin palvelut lisää tietoa`,
  ],
  [
    'de',
    `der die das und ist nicht ein eine einen mit von für auf dem des im zu auch sich wie werden wird bei sind oder aus
    nach als durch über wenn nur noch haben kann sie wir ihr ihre ihren unser können müssen bitte einer eines zum zur
    dass diese dieser dieses vom am um es ich den man sein war wurde in jeder jede deren dessen dem wer wo vor unter`,
  ],
  [
    'da',
    `og af at er ikke til der jeg et har med som på for de den det blev bliver blive være hvad hvor hvis også efter meget
    kun mere fra os vores din dit dine eller hun han kunne skulle vil noget nogle nogen alle andre når ved mellem uden
    siger får under over en i kan skal du vi om man sig sin sine denne dette disse men så jer jeres hvordan hvilke
    selv mange da op ind ud dig ham hende kommunens borgere før må får sige siger bruge uger inden hos eget sit vær mit sender læse give giver anden andet et`,
  ],
  [
    'nb',
    `og av ikke er jeg et å på som til fra også etter mye bare mer hva hvor hvis når ved mellom uten blir ble bli være kan
    skal vil din ditt dine vår våre oss seg sin sine noen noe alle andre dette disse du eller hun han kunne skulle har med
    for de den det en i om men så dere deg hvordan hvilke selv mange da opp inn ut ham henne vi man denne under over
    kommunens innbyggere vært før må får si sier bruke trenger uker innen hos sitt eget vær gjelder gi gir legge rett kjent annet eldre sender leser`,
  ],
  [
    'nn',
    `og av ikkje er eg eit ein å på som til frå også etter mykje berre meir kva korleis kven når ved mellom utan blir vart
    vere har skal vil din ditt vår oss seg noko nokon alle andre dette desse du eller ho han kunne dei den det i om men så
    dykk me ei`,
  ],
  [
    'is',
    `og að í á er sem til við um ekki það með fyrir eru var en því þú af frá eða ef hann hún þeir þau þetta þessi verið
    hefur hafa vera verður getur ég`,
  ],
  [
    'nl',
    `de het een van en is dat niet op te zijn voor met aan ook door bij uit naar wordt worden deze kunt u uw wij of maar
    als om heeft hebben kan er over dan nog geen meer hun onze moet`,
  ],
  [
    'fr',
    `le la les des et est une du dans pour que qui sur pas au avec ce il par plus vous nous sont ou être votre notre aux
    cette ces un de en ne se elle ils leur mais comme si sans peut à l d`,
  ],
  [
    'es',
    `el la los las de y que en es por con una para del su al como más no lo pero sus este esta son o usted un puede si
    también ser está hay se le cuando sobre entre`,
  ],
  [
    'it',
    `il la di che e è per un una del della con non sono da si le i gli nel alla più come anche questo questa o dei delle
    al essere ha nella lo ma`,
  ],
  [
    'pt',
    `o a os as de que e do da em um uma para com não por mais se dos como foi ao são você ou das no na pelo pela também
    seu sua pode ser está`,
  ],
  [
    'pl',
    `i w na z się nie do jest że to o jak po za od przez dla są oraz lub może być który która które co czy tylko ale jego
    tym tego można`,
  ],
  [
    'et',
    `ja on ei see et oli mis ka või kui aga nii oma selle ning kes saab peab tema meie teie ole kõik ta need võib mida
    pärast kuni`,
  ],
  [
    'so',
    `waa iyo ka ku in oo ay u aan uu waxaa ee la soo waxay kale karaa haddii marka si laga ah leh lagu loo waxa aad
    adiga kuu iska kartaa`,
  ],
  ['tr', 've bir bu için ile de da olarak olan var çok daha gibi kadar ne değil veya her o siz bize size sonra önce'],
  ['bs', 'i u je se na da za su od sa koji koje koja ne ili kao što biti ako može nije to po iz bi ste vam'],
  ['sq', 'dhe të në e për me një që është nga si ka do nuk mund së janë ose kjo ky u'],
  ['ro', 'și de în la cu pe un o este pentru din că nu sau care mai sunt ai poate dacă fi al ale'],
  ['se', 'ja lea leat ii mii dat go don ahte dán dán sáhttá dahje maid nu vel galgá eai'],
  ['ku', 'û li di de ji bo ku ye ne jî ev dikare an hûn bi bê wê wî dibe'],
]

/** Letters and endings that tell a language where no word of the list does. */
export const CUES: readonly (readonly [languages: string, pattern: RegExp])[] = [
  ['en', /^wh|^th|th$|[^l]ly$|ness$|ould$|ought$|[bcdlnst]ity$|ies$|ency$|tions$/],
  ['da nb', /[dgklmnrstv]ene$/],
  ['nb', /[aeiou]sjon(?:en|er)?$/],
  ['fi', /(?:aa|ää|uu|yy|ii|öö).*[aäionstu]$|(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|inen|minen|ksi|tt[aä])$/],
  ['da nb nn', /[æø]/],
  ['is', /[þð]/],
  ['de', /ß|ung(?:en)?$|isch(?:e[nrs]?)?$/],
  ['pl', /[łżśęąćńź]/],
  ['tr', /[ğşı]/],
  ['et', /õ/],
  ['ro', /[șță]/],
  ['se', /[đŋŧ]/],
  ['fr', /[êèàçœ]/],
  ['es', /[ñ]|ción$/],
  ['pt', /[ãõ]|ção$/],
  ['sq', /ë/],
]
