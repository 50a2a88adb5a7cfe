/** What people write in English. `{product}`, `{order}`, `{mail}` and `{phone}` are filled in; all of it is made up. */
import type { Phrases } from './phrasebook.ts';

export const english: Phrases = {
  hello: ['Hi,', 'Hello,', 'Good morning,', 'Hi there,', 'Dear team,', 'Hello Cima & Fell,'],
  bye: [
    'Thanks, bye.',
    'Kind regards',
    'Many thanks in advance',
    'Best wishes',
    'Looking forward to your reply.',
  ],
  detail: [
    'The order is {order}.',
    'Order number {order}, bought last month.',
    'I ordered the {product} under {order}.',
    'You can see it in my account, order {order}.',
  ],
  contact: ['You can reach me at {mail}.', 'Please call me on {phone}.', 'My other address is {mail}.'],
  ask: {
    order_status: [
      'where is my order? The page has said "in preparation" for days.',
      'when will my parcel arrive? The tracking has not moved.',
      'I would like to change the address of an order that has not left yet.',
    ],
    delivery_problem: [
      'the parcel with the {product} came with a crushed corner and a tear.',
      'the courier says it was delivered, but there is nothing here.',
      'half of my order is missing from the box.',
    ],
    invoice: [
      'where do I find the invoice for my order?',
      'could you send me a copy of the invoice as a PDF?',
      'the invoice has my old company address on it.',
    ],
    account_access: [
      'I cannot sign in, the reset link says it has expired.',
      'the password page sends me round in circles.',
      'I seem to have two accounts, can you merge them?',
    ],
    return_exchange: [
      'I would like to exchange the {product} for another size.',
      'how do I send back the {product}? It is unused.',
      'the return label does not print.',
    ],
    refund: [
      'you have had my return for two weeks and I still have no refund.',
      'the amount you paid back is less than I paid.',
      'the refund for the {product} never reached my card.',
    ],
    warranty_fault: [
      'the {product} gave up after two trips.',
      'a seam on the {product} has come apart.',
      'there is a fault on my {product}, can it be repaired?',
    ],
    size_advice: [
      'which size of the {product} should I take? I am between two.',
      'do the {product} run small?',
      'I wear 43 in running shoes, what would that be in your boots?',
    ],
    product_advice: [
      'is the {product} warm enough for October at 2,000 metres?',
      'how do I wash the {product} without spoiling it?',
      "what is the difference between the {product} and last year's?",
    ],
    payment_failed: [
      'my card is refused although there is money on it.',
      'I was charged twice for the same order.',
      "the payment page hangs after the bank's confirmation.",
    ],
    club_points: [
      'the points for my last order are missing.',
      'how long are club points valid?',
      'can I use points together with a voucher?',
    ],
    partner_integration: [
      'the stock feed has returned an empty file since this morning, our shop shows everything as sold out.',
      'the order interface rejects our confirmations with code 422, log below.',
      'we moved to the new version of your interface and the delivery notes no longer match our orders.',
    ],
  },
  fault: [
    'since the last update my Vetta GPS watch is flat every morning.',
    'the Vetta watch loses its whole battery overnight since firmware 4.2.',
    'after the update my watch does not last a day, on the mountain that is dangerous.',
  ],
  more: [
    'Thank you, but that did not solve it.',
    'Here is the photo you asked for.',
    'I tried that and it is still the same.',
    'Sorry for the delay, here are the details.',
    'Yes, exactly. What happens next?',
    'Could you check again, please? Something is still not right.',
    'I had already sent you that last week.',
    'It is the {product}, bought under {order}.',
  ],
  again: [
    'I am writing again because nothing has changed.',
    'This is the second time I have to contact you about this.',
    'Unfortunately the same problem is back.',
  ],
  thanks: ['Thank you!', 'Great, thanks a lot!', 'Perfect, thank you very much.', 'All solved, thanks!'],
  answerOpen: [
    'Hello, and thank you for writing.',
    'Good morning, thanks for getting in touch.',
    'Hi, I have looked into it.',
  ],
  tell: {
    order_status: [
      'your order {order} leaves the warehouse today.',
      'the courier has it, it should be with you within two days.',
    ],
    delivery_problem: [
      'we are sending the {product} again at our cost.',
      'we have opened an enquiry with the courier and will let you know.',
    ],
    invoice: ['you find it under "My orders", next to each order.', 'the invoice for {order} is attached.'],
    account_access: ['I have sent you a new link, it is valid for an hour.', 'the two accounts are now one.'],
    return_exchange: [
      'here is the label; we send the other size as soon as the parcel is scanned.',
      'you can drop the {product} at any parcel shop with the code below.',
    ],
    refund: [
      'the amount will be on your account within three working days.',
      'I have asked the bank to trace the refund for {order}.',
    ],
    warranty_fault: [
      'the workshop will repair the {product} free of charge.',
      'a replacement for your {product} leaves this week.',
    ],
    size_advice: [
      'between two sizes of the {product} we would take the larger.',
      'the {product} fits true to size, with room for a thick sock.',
    ],
    product_advice: [
      'with a warm layer the {product} is fine down to minus five.',
      'wash the {product} at thirty degrees, without softener.',
    ],
    payment_failed: [
      'the second charge was only reserved and is released by tomorrow.',
      'please try once more, the page is working again.',
    ],
    club_points: [
      'I have added the missing points.',
      'points are valid for two years and can be combined with vouchers.',
    ],
    partner_integration: [
      'the feed is running again, please fetch it once more and compare the totals.',
      'the field deliveryNote is mandatory since version 3, an example is attached.',
    ],
  },
  question: [
    'Could you send us a photo and the order number?',
    'Could you tell us which version you are using?',
    'Which address should it go to?',
    'Could you try once more and tell us what you see?',
  ],
  answerClose: ['Anything else, just reply here.', 'Kind regards, Cima & Fell', 'Have a good time outdoors!'],
  spam: [
    'Rank first on every search engine, offer ends tonight!',
    'Cheap followers for your shop, click here.',
    'Your domain expires today.',
  ],
  received: ['We have received your message and will answer as soon as we can.'],
  botHello: ['Hello, I am Ridge, the assistant. Let me look into it.'],
  note: [
    'Customer called, explained, confirmed by phone.',
    'Checked with the warehouse, waiting for their answer.',
    'Not ours: passed on to the right team.',
    'Courier asked for proof of delivery.',
    'Customer is upset, please take care.',
  ],
  praise: [
    'Quick and friendly.',
    'Really helpful, solved at once!',
    'Best service I have had in a long time.',
    'Clear answer, thank you.',
    'The person took time for me and knew the gear.',
    'Very kind, I will buy again.',
  ],
  praiseMore: [
    'Only the page could be clearer.',
    'The parcel was quick too.',
    'I have told my climbing friends.',
  ],
  complaintMore: [
    'Not like you used to be.',
    'I will think twice before ordering again.',
    'Please read before you answer.',
  ],
  middling: ['It was fine.', 'Solved, but it took a while.', 'Friendly, but I had to ask twice.', 'Okay.'],
  complaint: [
    'Nobody read what I wrote.',
    'Copy-and-paste answer, no help at all.',
    'Still not solved.',
    'Unfriendly and in a hurry.',
    'I want my money back.',
  ],
  slow: [
    'I waited far too long.',
    'Days for a simple answer.',
    'Half an hour on hold, then the line dropped.',
  ],
  passedOn: ['I was sent from one team to the next.', 'Third person, and I had to explain everything again.'],
  repeated: ['I had to contact you again for the same thing.', 'Second time, same problem.'],
  faulty: ['The watch is still useless, and I was told to wait.', 'You sold me a watch that dies overnight.'],
};
