/** Words that say nothing about the subject of a question, without accents. */
const WORDS: Readonly<Record<string, string>> = {
  en: `a time about come comes coming min minute minutes allowed require required after all also am an and any are as at be been before but by can cant could did do does doing done dont for from
    get give go going got had has have havent having he her here hi hello hey him his how i id if im in into is isnt it its ive just know
    let like me might more most much must my need needs no not of off ok okay on one only or other our out over please pls
    she should so some somebody someone something sorry tell than thank thanks that thats the their them then there these they thing
    think this those to too u up us use very want wanted wants was way we well were what whats when where which while who whom why will
    with would yes you your yours r ur really today tomorrow yesterday tonight now soon again still first next new maybe someone guys sir madam morning afternoon evening since both same many every another too bit lot lots kind sure work works take takes happen happens mean means possible able`,
  pt: `hora horas a ai quanto quantos quanta quantas conta contar conte come ainda agora algum alguma alguem alguns algumas ao aos aqui as assim ate bem boa bom cada com como da dar das de dela dele deles
    depois desde do dos e ela elas ele eles em entao era essa essas esse esses esta estao estar estas este estes estou eu faz fazem fazer
    faco foi for gostaria ha isso isto ja la lhe mais mas me mesmo meu meus minha minhas muito muita na nao nas nem no nos nossa nosso
    num numa o oi ola os ou para pela pelas pelo pelos pode podem poderia posso pq por porque pra pras pro pros precisa precisam preciso qual quais
    quando que quem quero queria saber se sem ser sera seu seus sim so sobre sua suas ta tal tambem te tem tenho ter toda todas todo
    todos tu um uma umas uns vai vao vc vcs voce voces vou gente obrigado obrigada favor dia tarde noite conseguem consegue hoje amanha ontem semana coisa alguma senhor senhora primeira primeiro outro outra certo dele aceita aceitam fica ficam ficar existe existem possivel gente tudo acho acha achei comprei peguei ir ver dentro fora vem vir chama alguns lado`,
  es: `hora horas a al algo alguien algun alguna algunas algunos ante antes aqui asi aun aunque bien buen buena buenas buenos cada como con cual cuales
    cuando cuanto cuanta cuantos cuantas da dan de del desde donde dos e el ella ellas ellos en entonces era es esa esas ese eso esos esta estan estas
    este esto estos estoy fue gracias ha hace hacen hacer hacia hasta hay haya hola la las le les lo los mas me mi mis mucho muy nada
    necesita necesito ni no nos nosotros o os otra otro para pero poco por porque pueda puede pueden puedo pues que quiero quisiera quien
    saber se sea ser si sin sobre solo son soy su sus tal tambien tan te tener tengo tiene tienen toda todo todos hoy manana ayer semana cosa cosas senor senora primera primero creo tarde noche posible existe existen acepta aceptan ver ir llega alguno dime oye ahi alla tu tus un una unas uno unos
    usted ustedes va van voy y ya yo favor ir`,
};

const SETS = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/).filter(Boolean))]),
);
const NONE: ReadonlySet<string> = new Set();

/** @param language the first part of a language tag, such as `pt` */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return SETS.get(language) ?? NONE;
}
