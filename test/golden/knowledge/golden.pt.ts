import { OUTSIDE, QUESTIONS } from './golden.pt-questions.ts';
import { article, faq, type GoldenSet } from './golden.types.ts';

const ARTICLES = [
  faq(
    'hours',
    'Qual é o horário de funcionamento?',
    'Abrimos de segunda a sexta das 8h às 19h e aos sábados das 9h às 16h. Aos domingos a loja fica fechada.',
  ),
  faq(
    'holidays',
    'Vocês abrem em feriados?',
    'Nos feriados nacionais não abrimos, exceto o plantão veterinário, que funciona das 10h às 14h.',
  ),
  faq(
    'address',
    'Onde fica a loja?',
    'Estamos na Rua das Acácias, 210, ao lado do mercado municipal. O ponto de ônibus mais próximo é o da praça.',
  ),
  faq(
    'parking',
    'Tem estacionamento?',
    'Sim, há seis vagas cobertas e gratuitas para clientes atrás do prédio, com entrada pela rua lateral.',
  ),
  faq(
    'bath-price',
    'Quanto custa um banho?',
    'Cães até 10 kg: R$ 60. De 10 a 25 kg: R$ 85. Acima de 25 kg: R$ 120. Gatos: R$ 95.',
  ),
  faq(
    'cut-price',
    'Quanto custa a tosa completa?',
    'A tosa na máquina com banho custa a partir de R$ 110 e a tosa na tesoura a partir de R$ 150, conforme o porte e a pelagem.',
  ),
  faq(
    'hygienic-cut',
    'O que é a tosa higiênica?',
    'É o corte dos pelos das patas, da barriga e da região íntima. Leva 30 minutos e não muda o visual do animal.',
  ),
  faq(
    'bath-time',
    'Quanto tempo demora o banho?',
    'Um cachorro pequeno fica pronto em cerca de uma hora e meia; um grande pode levar até três horas. Avisamos por mensagem quando terminar.',
  ),
  faq(
    'matted',
    'Meu cachorro está cheio de nós, o que fazer?',
    'A desembolação é cobrada à parte, R$ 40 a cada meia hora. Se os nós estiverem presos à pele, a tosa baixa é mais segura.',
    ['embolado', 'nó no pelo'],
  ),
  faq(
    'fleas',
    'Vocês dão banho em animal com pulgas?',
    'Sim, usamos um banho antipulgas com taxa de R$ 25. O animal fica separado dos outros durante o atendimento.',
    ['carrapato'],
  ),
  faq(
    'nails',
    'Vocês cortam unhas?',
    'O corte de unhas custa R$ 20 sem banho e é gratuito junto com o banho. Não é preciso agendar.',
  ),
  faq(
    'teeth',
    'Vocês fazem limpeza de tártaro?',
    'A limpeza dos dentes é feita na clínica com anestesia, depois de exame de sangue. A escovação simples custa R$ 15.',
    ['dentes', 'mau hálito'],
  ),
  faq(
    'vaccines-required',
    'Quais vacinas são obrigatórias para o banho?',
    'Pedimos a antirrábica e a V8 ou V10 em dia, com a carteirinha. Gatos precisam da tríplice felina.',
  ),
  faq(
    'vaccine-price',
    'Quanto custam as vacinas?',
    'Antirrábica: R$ 70. V10: R$ 110. Tríplice felina: R$ 115. A aplicação está incluída.',
  ),
  faq(
    'puppy-shots',
    'Quando começar a vacinar um filhote?',
    'A primeira dose é dada com 45 dias de vida, com reforços a cada 21 a 28 dias até as 16 semanas.',
  ),
  faq(
    'puppy-bath',
    'Com que idade o filhote pode tomar banho?',
    'Depois de completar o esquema de vacinas, por volta dos quatro meses. Antes disso fazemos apenas banho a seco.',
  ),
  faq(
    'vet',
    'Tem veterinário na loja?',
    'A doutora Helena atende de segunda a sexta das 9h às 17h, com hora marcada. A consulta custa R$ 130.',
  ),
  faq(
    'castration',
    'Vocês fazem castração?',
    'Sim, às terças e quintas. É preciso jejum de oito horas e exame de sangue recente. O valor depende do peso.',
    ['castrar', 'esterilização'],
  ),
  faq(
    'microchip',
    'Vocês colocam microchip?',
    'O microchip custa R$ 90 com o cadastro. O procedimento dura poucos minutos e não precisa de anestesia.',
  ),
  faq(
    'cancel',
    'Como cancelo ou remarco um horário?',
    'Avise com pelo menos quatro horas de antecedência e não cobramos nada. Depois disso há uma taxa de 50% do serviço.',
  ),
  faq(
    'late',
    'E se eu chegar atrasado?',
    'Esperamos até 15 minutos. Passado esse tempo, tentamos encaixar no mesmo dia ou marcamos outro horário.',
  ),
  faq('no-show', 'O que acontece se eu faltar?', 'Quem falta duas vezes sem avisar passa a pagar o serviço adiantado.'),
  faq(
    'payment',
    'Quais formas de pagamento vocês aceitam?',
    'Pix, dinheiro e cartões de débito e crédito em até três vezes sem juros.',
    ['parcelar', 'boleto'],
  ),
  faq(
    'pickup',
    'Vocês buscam o animal em casa?',
    'O táxi dog busca e leva em um raio de 6 km por R$ 25 a viagem. Peça com um dia de antecedência.',
    ['leva e traz', 'taxi dog', 'transporte'],
  ),
  faq(
    'delivery',
    'Vocês entregam ração?',
    'Entregamos ração e areia no mesmo dia para pedidos até as 14h. O frete é grátis acima de R$ 150.',
  ),
  faq(
    'food-brands',
    'Quais marcas de ração vocês vendem?',
    'Trabalhamos com Royal Canin, Premier, N&D e Golden, também em linhas para rins e alergias.',
  ),
  faq(
    'exchange',
    'Posso trocar um produto?',
    'Trocamos produtos fechados em até sete dias com a nota fiscal. Rações abertas só se houver defeito.',
    ['devolver', 'devolução'],
  ),
  faq(
    'hotel-price',
    'Quanto custa a hospedagem?',
    'A diária do hotel custa R$ 90 para cães e R$ 70 para gatos. A partir de sete noites há 10% de desconto.',
  ),
  article(
    'hotel-bring',
    'Hotel: o que levar',
    '# Hotel: o que levar\n\n## Bagagem\nTraga a ração de casa em porções, a carteirinha de vacinação, a caminha e um brinquedo. Não precisamos de potes.\n\n## Remédios\nRemédios devem vir na caixa, com a receita e os horários escritos. Damos comprimidos e gotas sem custo. Injeções custam R$ 10.',
  ),
  article(
    'hotel-day',
    'Hotel: como é o dia',
    '# Hotel: como é o dia\n\nOs cães saem para o quintal quatro vezes ao dia e dormem em quartos individuais. Mandamos fotos todas as noites. Há um monitor no prédio a noite inteira.\n\nOs gatos ficam em uma ala separada, sem contato com cães.',
  ),
  faq(
    'hotel-times',
    'A que horas posso deixar e buscar no hotel?',
    'A entrada é das 8h às 18h e a saída até as 12h. Depois do meio-dia cobramos meia diária.',
    ['check-in', 'check-out'],
  ),
  faq(
    'daycare',
    'Como funciona a creche?',
    'A creche funciona de segunda a sexta das 7h às 19h. O dia custa R$ 65 e o pacote de vinte dias R$ 1.000. Fazemos um dia de teste.',
    ['day care'],
  ),
  faq(
    'aggressive',
    'Vocês atendem cães bravos?',
    'Sim, com focinheira e um horário mais calmo. Conte para nós antes, para que duas pessoas estejam presentes.',
    ['agressivo', 'morde'],
  ),
  faq(
    'stay',
    'Posso acompanhar o banho?',
    'Há uma janela de vidro para assistir. Pedimos que o tutor não entre na sala, porque o animal fica agitado.',
  ),
  faq(
    'cats',
    'Vocês atendem gatos?',
    'Atendemos gatos nas quartas-feiras, quando não há cães na sala. Traga na caixa de transporte.',
  ),
  faq(
    'old',
    'Cães idosos podem fazer banho e tosa?',
    'Sim. Acima de dez anos pedimos um laudo do veterinário sobre o coração e usamos o secador em volume baixo.',
  ),
  faq(
    'pregnant',
    'Posso levar uma cadela grávida?',
    'Até a quinta semana, com autorização do veterinário. Depois disso, só depois do desmame.',
    ['prenha', 'gestante'],
  ),
  faq(
    'allergy',
    'Usam xampu para pele sensível?',
    'Temos xampu hipoalergênico e podemos usar o que você trouxer, por exemplo um receitado pelo dermatologista.',
    ['alergia', 'dermatite', 'shampoo'],
  ),
  faq(
    'packages',
    'Existe pacote mensal de banho?',
    'O pacote de quatro banhos por mês tem 15% de desconto e vale por 45 dias.',
    ['plano', 'mensalidade'],
  ),
  faq('gift', 'Vocês têm vale-presente?', 'Sim, de R$ 50, R$ 100 e R$ 200, válidos por um ano em serviços e produtos.'),
  faq(
    'emergency',
    'O que faço em uma emergência à noite?',
    'Ligue para o Hospital Veterinário Central, aberto 24 horas, no telefone (11) 3333-0199.',
  ),
  faq(
    'lost',
    'Esqueci a coleira aí, e agora?',
    'Guardamos objetos esquecidos por 30 dias na recepção. Diga o nome do animal e a data.',
    ['guia', 'perdi'],
  ),
  faq(
    'adoption',
    'Vocês têm animais para adoção?',
    'No primeiro sábado de cada mês há uma feira de adoção com a ONG Focinhos, das 10h às 15h.',
    ['adotar'],
  ),
  faq(
    'photos',
    'Vocês publicam fotos do meu animal?',
    'Só com a sua permissão. Você pode mudar de ideia a qualquer momento, e apagamos as fotos.',
  ),
];

export const PT: GoldenSet = { language: 'pt-BR', articles: ARTICLES, questions: QUESTIONS, outside: OUTSIDE };
