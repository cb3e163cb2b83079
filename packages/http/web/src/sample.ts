/** A text of our own, with faults to find. */
export const sample = `# Information angående ansökan om parkeringstillstånd

Ansökan om parkeringstillstånd för rörelsehindrade ska inlämnas till samhällsbyggnadsförvaltningen i god tid innan nuvarande tillstånd löper ut, eftersom handläggningstiden för närvarande uppgår till cirka 6-8 veckor och ett nytt tillstånd inte kan utfärdas förrän samtliga handlingar har inkommit till förvaltningen.

Ett läkarintyg skall bifogas. Intyget får inte vara äldre än 3 månader. I det fall att intyg saknas kommer ansökan inte att kunna behandlas av handläggaren.

Beslutet kan överklagas hos Länsstyrelsen. Vid frågor kontakta oss på tel. 0591-641 00.
`
