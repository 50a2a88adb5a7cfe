/** For tests only: a report rich enough to show every block, in both languages, with made-up figures. */
import type { Report, Section } from '../report.ts';
import { fixturePictures } from './fixture-pictures.ts';
import { byChannel, keyFigures, type Say } from './fixture-tables.ts';

export type Language = Report['language'];

export function fixture(language: Language): Report {
  const say: Say = (english, italian) => (language === 'en' ? english : italian);
  return {
    language,
    title: say('Customer service: the whole picture', 'Assistenza clienti: il quadro completo'),
    company: 'Lumen & Vale',
    logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0b5568"/><path d="M8 36c8-8 16-8 24 0s16 8 24 0" fill="none" stroke="#fff" stroke-width="5"/></svg>',
    period: say('May 2025', 'maggio 2025'),
    dataThrough: say('31 May 2025', '31 maggio 2025'),
    missingDays: say('11 and 12 May (telephone)', '11 e 12 maggio (telefono)'),
    sources: ['calls.csv', 'tickets.jsonl', 'csat.xlsx'],
    contact: 'service.insights@lumen-vale.example',
    confidentiality: say(
      'Confidential: for management of Lumen & Vale',
      'Riservato: per la direzione di Lumen & Vale',
    ),
    sections: [pageOne(say), pageTwo(language, say), byChannel(say), quality(say), definitions(say)],
    foot: say(
      'Made by Tidemark 0.1.0 from data version 3f9c2a71 on 2 June 2025. To make it again: npx tidemark report --again may-2025.manifest.json',
      'Prodotto da Tidemark 0.1.0 dalla versione dei dati 3f9c2a71 il 2 giugno 2025. Per rifarlo: npx tidemark report --again may-2025.manifest.json',
    ),
  };
}

function pageOne(say: Say): Section {
  return {
    page: 'one',
    title: say('May in ninety seconds', 'Maggio in novanta secondi'),
    blocks: [
      {
        kind: 'paragraph',
        tone: 'lead',
        text: say(
          'Customers were happier: CSAT rose from 84.1 % to 86.9 %, more than chance explains. First answers slowed by half an hour, almost all of it Billing by e-mail. Everything else held steady.',
          'I clienti sono più soddisfatti: il CSAT è salito dall’84,1 % all’86,9 %, più di quanto spieghi il caso. Le prime risposte sono più lente di mezz’ora, quasi solo nella Fatturazione via e-mail. Tutto il resto è stabile.',
        ),
      },
      {
        kind: 'note',
        label: say(
          'Note from Giulia Ferri, head of service',
          'Nota di Giulia Ferri, responsabile assistenza',
        ),
        text: say(
          'The new team in Padua started on 5 May. I expect first response to come back under four hours in June.',
          'Il nuovo gruppo di Padova è partito il 5 maggio. Mi aspetto che la prima risposta torni sotto le quattro ore a giugno.',
        ),
      },
      { kind: 'table', table: keyFigures(say) },
      {
        kind: 'paragraph',
        text: say(
          'Arrived 4,212 · resolved 4,180 · open at the end 612, the oldest since 3 March.',
          'Arrivati 4.212 · risolti 4.180 · aperti a fine mese 612, il più vecchio dal 3 marzo.',
        ),
      },
      { kind: 'heading', text: say('What we ask you to decide', 'Che cosa chiediamo di decidere') },
      {
        kind: 'decisions',
        items: [
          {
            what: say(
              'Publish an article on reading the first bill',
              'Pubblicare un articolo su come leggere la prima bolletta',
            ),
            effect: say('about 310 customers and 95 hours a month', 'circa 310 clienti e 95 ore al mese'),
            owner: say('Marketing, Sara Lodi', 'Marketing, Sara Lodi'),
            by: say('20 June', '20 giugno'),
          },
          {
            what: say(
              'Move two people to e-mail between 9 and 11',
              'Spostare due persone sulle e-mail tra le 9 e le 11',
            ),
            effect: say('first response under 4 h for 9 of 10', 'prima risposta sotto le 4 h per 9 su 10'),
            owner: say('Planning, Marco Riva', 'Pianificazione, Marco Riva'),
            by: say('9 June', '9 giugno'),
          },
        ],
      },
      {
        kind: 'paragraph',
        tone: 'small',
        text: say(
          'Decided last time: call-back for calls after 18:00 (done 12 May; too early to say whether it worked).',
          'Deciso la volta scorsa: richiamata dopo le 18:00 (fatto il 12 maggio; troppo presto per dire se ha funzionato).',
        ),
      },
    ],
  };
}

function pageTwo(language: Language, say: Say): Section {
  const pictures = fixturePictures(language, say);
  return {
    page: 'two',
    title: say('Why', 'Perché'),
    blocks: [
      {
        kind: 'insight',
        headline: say(
          'Few words, many customers: the first bill',
          'Poche parole, molti clienti: la prima bolletta',
        ),
        because: [
          say(
            '312 customers wrote 1.4 messages each about it, three times as many as in April.',
            '312 clienti hanno scritto 1,4 messaggi ciascuno, il triplo di aprile.',
          ),
          say('71 % were solved by the same two sentences.', 'Il 71 % si è risolto con le stesse due frasi.'),
        ],
        advice: say(
          'Write an article and link it in the bill.',
          'Scrivere un articolo e collegarlo nella bolletta.',
        ),
        audience: say('Marketing', 'Marketing'),
        size: say('312 customers, 95 hours', '312 clienti, 95 ore'),
        rows: 'topic-first-bill-2025-05',
      },
      {
        kind: 'insight',
        headline: say(
          'Billing by e-mail explains the slower first answers',
          'La Fatturazione via e-mail spiega le risposte più lente',
        ),
        because: [
          say(
            'Median 6 h 10 min, from 4 h 20 min in April; without it first response is unchanged.',
            'Mediana 6 h 10 min, da 4 h 20 min in aprile; senza di essa nulla è cambiato.',
          ),
        ],
        advice: say('Staff e-mail between 9 and 11.', 'Coprire le e-mail tra le 9 e le 11.'),
        audience: say('Planning', 'Pianificazione'),
        size: say('1,480 cases', '1.480 casi'),
        rows: 'frt-billing-email-2025-05',
      },
      ...pictures.map((picture) => ({ kind: 'picture', picture }) as const),
      {
        kind: 'quotes',
        items: [
          {
            text: say(
              'Marta stayed on the line until it worked. Thank you.',
              'Marta è rimasta in linea finché ha funzionato. Grazie.',
            ),
            from: say('telephone, 14 May', 'telefono, 14 maggio'),
          },
          {
            text: say(
              'Third time I explain the same bill.',
              'È la terza volta che spiego la stessa bolletta.',
            ),
            from: say('e-mail, 22 May', 'e-mail, 22 maggio'),
          },
          {
            text: say(
              'Quick, but the link did not open on my phone.',
              'Veloci, ma il link non si apriva sul telefono.',
            ),
            from: say('chat, 9 May', 'chat, 9 maggio'),
          },
        ],
      },
    ],
  };
}

function quality(say: Say): Section {
  return {
    page: 'behind',
    title: say('Data quality', 'Qualità dei dati'),
    blocks: [
      { kind: 'heading', text: say('What we cannot tell yet', 'Che cosa non possiamo ancora dire') },
      {
        kind: 'list',
        items: [
          say('Cost per case: no cost is recorded.', 'Costo per caso: nessun costo registrato.'),
          say(
            'Occupancy: agents’ state is not recorded.',
            'Occupazione: lo stato degli operatori non è registrato.',
          ),
        ],
      },
      {
        kind: 'paragraph',
        text: say(
          '17 of 31,599 records were set aside; 12 have no date, 5 a date that cannot be.',
          '17 record su 31.599 sono stati messi da parte; 12 senza data, 5 con una data impossibile.',
        ),
      },
    ],
  };
}

function definitions(say: Say): Section {
  return {
    page: 'behind',
    title: say('Definitions', 'Definizioni'),
    blocks: [
      {
        kind: 'definitions',
        items: [
          {
            term: 'CSAT',
            text: say(
              'The share of survey answers of 4 or 5 on a scale of 5.',
              'La quota di risposte 4 o 5 su una scala di 5.',
            ),
            rules: 'top_box=4',
          },
          {
            term: say('First response time', 'Tempo di prima risposta'),
            text: say(
              'From the customer’s first message to the first answer by a person, in opening hours.',
              'Dal primo messaggio del cliente alla prima risposta di una persona, in orario di apertura.',
            ),
            rules: 'clock=business, automatic=excluded',
          },
        ],
      },
    ],
  };
}
