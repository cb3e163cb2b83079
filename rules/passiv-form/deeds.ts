/** What a reader does to an authority, with the particle: `skicka in` but not `skicka ut`. */
export const readersDeeds: ReadonlySet<string> = new Set([
  'anmäla',
  'ange',
  'ansöka',
  'avanmäla',
  'avboka',
  'beställa',
  'betala',
  'betala in',
  'bifoga',
  'boka',
  'framföra',
  'fylla',
  'fylla i',
  'hyra',
  'hyra ut',
  'hämta',
  'hämta ut',
  'komplettera',
  'kontakta',
  'ladda ned',
  'ladda ner',
  'ladda upp',
  'lämna',
  'lämna in',
  'lämna tillbaka',
  'meddela',
  'returnera',
  'ringa',
  'skicka',
  'skicka in',
  'skicka tillbaka',
  'skriva under',
  'skriva ut',
  'sortera',
  'säga upp',
  'söka',
  'sända',
  'sända in',
  'underteckna',
  'uppge',
  'uppvisa',
  'visa upp',
  'återlämna',
  'överklaga',
])

/** What only a reader does, whatever modal verb stands there: `beslutet kan överklagas`. */
export const onlyReaders: ReadonlySet<string> = new Set(['ansöka', 'söka', 'överklaga'])

/** What an authority does with a case or a fee: it is the sender, where nobody else is named. */
const offices = (
  'avslå,behandla,besvara,betala tillbaka,betala ut,bevilja,diarieföra,granska,handlägga,hantera,kontrollera,' +
  'pröva,registrera,skicka ut,utreda,debitera,fakturera'
).split(',')
export const officesDeeds: ReadonlySet<string> = new Set(offices)

/** Works on buildings, roads and grounds, which the one who owns them has done. */
export const works: ReadonlySet<string> = new Set(
  'anlägga,bygga om,bygga ut,laga,ploga,renovera,reparera,riva,rusta upp,sanda,skotta,spola,tömma,åtgärda'.split(','),
)

/** What a reader is likely, but not surely, asked to do: the advice names both. */
export const likelyReaders: ReadonlySet<string> = new Set([
  ...readersDeeds,
  ...(
    'ansluta,beskära,betala tillbaka,fylla ut,förvara,häfta,intyga,klippa,legitimera,låna ut,låsa,plocka bort,plocka ihop,plocka undan,rapportera,' +
    'redovisa,rengöra,skotta ut,släcka,spara,städa,styrka,ställa tillbaka,ställa undan,återställa,överlåta'
  ).split(','),
])

/** What a reader does under a demand; else a text does it: `som anges i bilagan`. */
export const demanded: ReadonlySet<string> = new Set(['ange', 'uppge'])
/** Deeds, decisions and promises of which a reader asks by whom. */
export const deeds: ReadonlySet<string> = new Set([
  ...[...readersDeeds].filter((deed) => !demanded.has(deed)),
  ...offices,
  ...(
    'anlägga,anställa,avgöra,avskaffa,avvisa,bedöma,begära,besiktiga,besluta,bygga,bygga om,bygga ut,dela ut,dra in,' +
    'delge,erbjuda,expediera,fatta,fastställa,fördela,förhandla,förlänga,förordna,förvara,föreslå,ge,gräva,gräva upp,höja,' +
    'informera,inspektera,införa,inrätta,kalla,kontakta,kungöra,leda om,lagra,leverera,lotta ut,lägga ned,lägga ner,' +
    'lägga ut,lämna ut,lämna över,ompröva,ploga,prioritera,radera,renovera,reparera,riva,rusta upp,sanda,se över,' +
    'skicka vidare,skotta,skänka,slå ihop,sopa upp,spara,spola,spärra,stoppa,ställa ut,stänga av,städa,sätta upp,sänka,' +
    'ta bort,ta emot,ta fram,ta upp,ta ut,tilldela,tillsätta,tömma,undersöka,underrätta,utse,utfärda,vidarebefordra,välja,' +
    'kräva tillbaka,meddela,komplettera,flytta,ställa in,utföra,avbryta,förelägga,väga,åtgärda,återkalla,återkräva,överlämna,överlåta'
  ).split(','),
])

/** Of what was done, a decision is what a reader asks about. */
export const decisions: ReadonlySet<string> = new Set(
  (
    'avskaffa,avslå,avvisa,besluta,bevilja,dra in,fatta,höja,lägga ned,lägga ner,neka,sänka,stoppa,stänga av,säga upp,' +
    'upphäva,återkalla,återkräva'
  ).split(','),
)

/** Verbs that tell of no deed, also after `ska`: how something is seen, meant or made up, and what is hoped for. */
export const vague: ReadonlySet<string> = new Set(
  (
    'anse,mena,avse,avgränsa,basera,bedriva,beräkna,betrakta,beskriva,bestå,definiera,drabba,efterleva,eftersträva,' +
    'få,förena,förse,förstå,förutsätta,förvänta,grunda,hänföra,inkludera,innefatta,jämställa,karaktärisera,kombinera,' +
    'känneteckna,läsa,möjliggöra,nå,nämna,omfatta,prägla,påpeka,påverka,regla,reglera,räkna,skydda,spegla,styra,stärka,' +
    'använda,utforma,säga,tillgodose,tillmäta,tillämpa,tolka,träffa,uppfatta,uppfylla,uppmuntra,uppnå,utgöra,utveckla,vägleda,återfå,' +
    'förväxla,sammanblanda,märka,tänka,uppleva,karakterisera,relatera,likställa,se,minska,öka,förhindra,förebygga,fortsätta'
  ).split(','),
)

/**
 * Verbs that tell of no deed where nothing is demanded: what a thing is like or used for, what a text holds, what goes
 * on, and verbs so wide that the noun beside them tells.
 */
export const idle: ReadonlySet<string> = new Set(
  (
    'ange,använda,beakta,belysa,benämna,bestämma,beteckna,bjuda,blanda,bruka,bära,dela in,driva,dra,finansiera,fira,' +
    'framgå,främja,föra,förvara,förlägga,förtydliga,ge,gräma,göra,hindra,hysa,hålla,hänvisa,härleda,illustrera,indela,indexera,' +
    'indexreglera,koppla,konstatera,kalla,känna,kräva,köra,leda,ligga,länka,lägga,lösa,marknadsföra,motivera,motsvara,' +
    'mäta,notera,omge,orsaka,pricka,presentera,redovisa,redogöra,rikta,sakna,sammanfatta,samla,servera,skapa,skilja,' +
    'skriva,sluta,spela,spendera,sprida,stadga,ställa,stödja,stöda,synliggöra,sätta,ta,tala,tillaga,tilltala,trycka,täcka,' +
    'understryka,uppmana,uppskatta,utforma,utmärka,uppmärksamma,uttala,vinna,visa,vårda,värdesätta,välkomna,ägna,äta,' +
    'överväga,öva,fylla,fästa,dricka,odla,höra,hoppas,undvika,bilda,stänga,öppna,inleda,avsluta,påbörja,starta,' +
    'kritisera,diskutera,kommentera,lyfta,lyfta fram,jämföra,begränsa,datera,generera,placera,försvåra,underlätta,' +
    'förkorta,tvinga,be,ombe,vikta,hälsa,inviga,godkänna,medräkna,offentliggöra,lansera,splittra,slå,tagga,digga,lagra,sälja,laga,värma,fördröja,släppa,avge,flagga,filtrera,täcka in,pricka av,stänga igen,räkna med,ta med,ta igen,fylla på'
  ).split(','),
)

/** What is done by an authority or by other people, and not by a reader. */
export const othersDeeds: ReadonlySet<string> = new Set(
  (
    'anlägga,anordna,anställa,arrangera,avgöra,bereda,bygga,bygga om,bygga ut,fastställa,fatta,förordna,förvalta,ge,inrätta,medge,ompröva,' +
    'samordna,starta,tillsätta,uppföra,utfärda,utse,utvärdera,väcka,följa upp,ta fram,ta ut,upphandla,offentliggöra,publicera,förnya,utlysa,bestyrka,upprätta,fördela,anpassa,underhålla,debitera,meddela,underrätta,kommunicera,delge,kungöra,lämna ut,gallra,arkivera,bevara,kassera,skänka'
  ).split(','),
)
