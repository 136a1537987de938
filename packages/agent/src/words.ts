/** Sentences of the agent's own, in the person's language. A key that is missing in one language does not compile. */
import type { Locale } from "@wanwen/services";

const zh = {
  capabilities: "这个我还不会。我可以帮您点外卖、网购、订机票火车票、订酒店、买电影票和演出票、查路线、打车、团购和充话费。",
  welcome: "不客气，有需要随时叫我。",
  list: "为您找到：", which: "需要哪一个？", nothing: "没有找到合适的，要放宽一下条件吗？", noOrders: "还没有订单。",
  ordersAre: "您的订单：", places: "附近有：", saved: "好的，已经记下了。", declined: "好的，没有下单。还需要我做什么吗？",
  soldOut: "抱歉，这个刚刚售罄了，没有扣款。要换一个吗？", expired: "这张卡片的报价过期了，没有下单，也没有扣款。点上面的任意一项可以重新下单。",
  unpaid: "余额不足，没有下单，也没有扣款。充值后点上面的任意一项可以重新下单。", priceChanged: "价格变了，没有扣款。",
  askDate: "哪一天？", askTo: "您要去哪里？", askFrom: "从哪里出发？", askCity: "哪个城市？", askAmount: "要充多少？", askPhone: "要给哪个号码充值？", askWhat: "您想要什么？",
  askAddress: "送到哪里？", noneLeft: "剩下的不够了，没有下单。", notOrdered: "没有下单。", needsDestination: "这里不能空着：商家要知道送到哪里、给谁。", fixedDestination: "这个号码和报价绑在一起，不能直接改。请说一声要充的号码，重新查一次。",
  modelFailed: "模型没有答完，什么都没有买。可以再试一次。", modelBusy: "模型正忙，什么都没有买。请稍后再试一次。", modelGone: "连不上模型，什么都没有买。请检查它是否在运行，然后再试一次。",
  serviceGone: "商家没有回应，什么都没有买。可以再试一次。", serviceRefused: "商家没有接受这个请求，什么都没有买。请换个说法试试。",
  tooMany: "试了很多步还没有办成，先停在这里，什么都没有多买。请换个说法试试。", internal: "程序出错了，没有新的扣款。可以再试一次。",
  stepFailed: "没有回应", notCancelled: "这个订单不能取消", noSuchOrder: "没有找到这个订单", taskMissing: "没有这个任务。", approvalMissing: "没有这张卡片。", orderMissing: "没有这个订单。",
  alreadyAnswered: "这张卡片已经处理过了。", alreadyPaying: "正在付款，现在不能改。", notThatOffer: "这个选项已经不在了。", badRequest: "请求不完整。", nothingToRetry: "没有可以重试的步骤。",
  wrongOrigin: "这个请求不是从本页面发出的。", wrongType: "请用 JSON 发送。", tooLarge: "内容太长了。", cardChanged: "卡片的内容已经变了，请看新的卡片。", stillWaiting: "付款还没有结果，请稍等。您不会被重复扣款。",
} as const;

const en: Record<keyof typeof zh, string> = {
  capabilities: "I can't do that yet. I can order food, shop, book flights, trains and hotels, get movie and show tickets, plan routes, call rides, find deals and top up phones.",
  welcome: "You're welcome. Call me whenever you need something.",
  list: "Here is what I found:", which: "Shall I order one?", nothing: "Sorry, nothing matches. Would you like to relax the conditions?", noOrders: "There are no orders yet.",
  ordersAre: "Your orders:", places: "Nearby:", saved: "Got it, I'll remember that.", declined: "OK, nothing was ordered. Anything else?",
  soldOut: "Sorry, that just sold out. Nothing was paid. Shall I take another one?", expired: "The offer on the card ran out. Nothing was ordered and nothing was paid. Tap any of the choices above to order again.",
  unpaid: "The balance is too low. Nothing was ordered and nothing was paid. Add money, then tap any of the choices above to order again.", priceChanged: "The price changed. Nothing was paid.",
  askDate: "Which day?", askTo: "Where to?", askFrom: "From where?", askCity: "Which city?", askAmount: "How much should I add?", askPhone: "Which number should I top up?", askWhat: "What would you like?",
  askAddress: "Where should it be delivered?", noneLeft: "There are not enough left. Nothing was ordered.",
  modelFailed: "The model did not finish its answer. Nothing was bought. You can try again.", modelBusy: "The model is busy. Nothing was bought. Please try again in a moment.", modelGone: "The model cannot be reached. Nothing was bought. Check that it is running, then try again.",
  serviceGone: "The shop did not answer. Nothing was bought. You can try again.", serviceRefused: "The shop did not accept this request. Nothing was bought. Please say it another way.",
  tooMany: "This took too many steps, so I stopped here. Nothing more was bought. Please say it another way.", internal: "The program made a mistake. Nothing new was paid. You can try again.",
  stepFailed: "No answer", notOrdered: "Not ordered.", needsDestination: "This cannot be empty: the shop has to know where to, or for whom.", fixedDestination: "The offer is bound to this number. Say which number to top up, and it is looked up again.", notCancelled: "This order cannot be cancelled", noSuchOrder: "No such order", taskMissing: "There is no such task.", approvalMissing: "There is no such card.", orderMissing: "There is no such order.",
  alreadyAnswered: "This card was answered already.", alreadyPaying: "It is being paid right now and cannot be changed.", notThatOffer: "That choice is gone.", badRequest: "The request is not complete.", nothingToRetry: "There is nothing to try again.",
  wrongOrigin: "This request did not come from the page itself.", wrongType: "Please send JSON.", tooLarge: "That is too long.", cardChanged: "The card has changed. Please look at the new one.", stillWaiting: "The payment has no result yet. Please wait: you will not be charged twice.",
};

const messages = { zh, en } as const satisfies Record<Locale, Record<keyof typeof zh, string>>;
export type MessageKey = keyof typeof zh;
export const say = (locale: Locale, key: MessageKey): string => messages[locale][key];

/** In the words' own language; what has no letters says nothing about it. */
export function languageOf(words: string, otherwise: Locale): Locale {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  return /[a-z]{2}/i.test(words) ? "en" : otherwise;
}
