/** A fourth set of fresh requests, scored once after everything found by the first three was mended. */
import type { Calendar, Request } from "./expectation.ts";

export function everydayRequests(days: Calendar): readonly Request[] {
  return [...chinese(days).map((each) => ({ locale: "zh" as const, ...each })), ...english(days).map((each) => ({ locale: "en" as const, ...each }))];
}

type Spoken = Omit<Request, "locale">;

function chinese(days: Calendar): readonly Spoken[] {
  return [
    { text: "早上没吃饭，点一份豆浆油条送到办公室", orders: [{ kind: "food", name: [/豆浆|油条/], deliverTo: "work" }] },
    { text: "帮我订五份鸡腿饭给工地的师傅，送到城北路66号", orders: [{ kind: "food", name: [/鸡腿饭/], quantity: 5, deliverTo: /城北路66号/ }] },
    { text: "我要一杯大杯的芋泥波波奶茶，七分糖，去冰", orders: [{ kind: "food", name: [/芋泥波波/], note: [/七分糖/, /去冰/], mayNote: /大杯/ }] },
    { text: "晚上吃火锅，来个番茄火锅套餐，200以内", orders: [{ kind: "food", name: [/番茄/, /火锅/], totalMax: 200 }] },
    { text: "两碗牛肉粉一碗酸辣汤，都不要葱", mayAsk: true, orders: [{ kind: "food", name: [/牛肉粉/], quantity: 2, note: [/不要葱/] }, { kind: "food", name: [/酸辣汤/], note: [/不要葱/] }] },
    { text: "孩子要开学了，买一个铅笔盒和十支铅笔", orders: [{ kind: "products", name: [/铅笔盒|笔袋|文具盒/] }, { kind: "products", name: [/铅笔/], quantity: 10 }] },
    { text: "换季了，给我买件灰色的卫衣，L码，两百以内", orders: [{ kind: "products", name: [/卫衣/], note: [/灰/, /L/], totalMax: 200 }] },
    { text: "家里来客人，买一箱啤酒", orders: [{ kind: ["products", "food"], name: [/啤酒/] }] },
    { text: "要一台加湿器，卖得最好的那种", orders: [{ kind: "products", name: [/加湿器/] }] },
    { text: "帮我抢一张除夕前一天从深圳回长沙的高铁票", orders: [{ kind: "trains", from: /深圳/, to: /长沙/ }] },
    { text: "下周四晚上从南京回杭州的高铁来一张二等座", orders: [{ kind: "trains", from: /南京/, to: /杭州/, date: days.nextWeek(4), seat: /二等/, time: ["17:00", "23:59"] }] },
    { text: "12月15日一家三口去北京，买三张机票", orders: [{ kind: "flights", to: /北京/, date: days.on(12, 15), quantity: 3 }] },
    { text: "后天飞昆明，要早上的航班，商务舱一张", mayAsk: true, orders: [{ kind: "flights", to: /昆明/, date: days.inDays(2), seat: /商务|公务/, time: ["05:00", "12:00"] }] },
    { text: "去厦门鼓浪屿玩，元旦那天住一晚，订个民宿", orders: [{ kind: "hotels", date: days.on(1, 1), nights: 1, says: [/厦门/] }] },
    { text: "订一间明晚广州塔附近五星级酒店", orders: [{ kind: "hotels", date: days.inDays(1), nights: 1, stars: 5, says: [/广州/] }] },
    { text: "想带爸妈看周日晚上的《满江红》，订三张", orders: [{ kind: "movies", name: [/满江红/], date: days.coming(7), quantity: 3, time: ["17:00", "23:59"] }] },
    { text: "明天中午十二点来公司接我去杭州西站", mayAsk: true, orders: [{ kind: "rides", from: /公司|文一西路/, to: /西站/, date: days.inDays(1), time: ["12:00", "12:00"] }] },
    { text: "给17712345678冲50话费", orders: [{ kind: "recharge", name: [/50/], says: [/17712345678/] }] },
    { text: "买一张单人自助餐的团购券", orders: [{ kind: "deals", name: [/自助/] }] },
    { text: "最近的医院怎么走", uses: ["search_places", "plan_route"], finds: [/医院/] },
  ];
}

function english(days: Calendar): readonly Spoken[] {
  return [
    { text: "Send a bowl of ramen to my home, extra noodles please", orders: [{ kind: "food", name: [/ramen/i], note: [/extra noodles/i], deliverTo: "home" }] },
    { text: "three iced lattes and a blueberry muffin to the office", orders: [{ kind: "food", name: [/latte/i], quantity: 3, mayNote: /iced/i, deliverTo: "work" }, { kind: "food", name: [/muffin/i], mayNote: /blueberry/i, deliverTo: "work" }] },
    { text: "I'm craving Peking duck tonight, order one", orders: [{ kind: "food", name: [/duck/i] }] },
    { text: "get me some tofu and vegetables, nothing spicy, under 50", mayAsk: true, orders: [{ kind: "food", name: [/tofu|vegetable/i], totalMax: 50, mayNote: /spicy|vegetables/i }] },
    { text: "Order a birthday cake for 8 people to be delivered home", orders: [{ kind: "food", name: [/cake/i], mayNote: /8/, deliverTo: "home" }] },
    { text: "buy a 20000 mAh power bank for less than 150", orders: [{ kind: "products", name: [/power bank/i], mayNote: /20000|mAh/i, totalMax: 150 }] },
    { text: "could you order printer paper, 3 packs", orders: [{ kind: "products", name: [/paper/i], quantity: 3 }] },
    { text: "My dog needs food, get a bag of dog food", orders: [{ kind: "products", name: [/dog food/i] }] },
    { text: "I'd like to buy a red dress size S, max 300 yuan", orders: [{ kind: "products", name: [/dress/i], note: [/red|红/i, /\bS\b/], totalMax: 300 }] },
    { text: "book a morning flight from Beijing to Hangzhou on December 11", orders: [{ kind: "flights", from: /北京|Beijing/, to: /杭州|Hangzhou/, date: days.on(12, 11), time: ["05:00", "12:00"] }] },
    { text: "need 2 tickets on the cheapest flight to Changsha next Thursday", orders: [{ kind: "flights", to: /长沙|Changsha/, date: days.nextWeek(4), quantity: 2, first: "price" }] },
    { text: "one train ticket to Huangshan for Saturday morning, first class", mayAsk: true, orders: [{ kind: "trains", to: /黄山|Huangshan/, date: days.coming(6), seat: /一等|first/i, time: ["05:00", "12:00"] }] },
    { text: "get my parents two bullet train tickets from Tianjin to Beijing on Dec 7", orders: [{ kind: "trains", from: /天津|Tianjin/, to: /北京|Beijing/, date: days.on(12, 7), quantity: 2 }] },
    { text: "Book us two rooms at a hotel in Sanya, check in December 20, 4 nights", orders: [{ kind: "hotels", date: days.on(12, 20), nights: 4, quantity: 2, says: [/三亚|Sanya/] }] },
    { text: "hotel for tonight close to Hangzhou airport, book the cheapest", orders: [{ kind: "hotels", date: days.inDays(0), nights: 1, first: "price" }] },
    { text: "I want 2 tickets for Spirited Away on Sunday", orders: [{ kind: "movies", name: [/Spirited Away/i], date: days.coming(7), quantity: 2 }] },
    { text: "buy two tickets for a jazz concert", orders: [{ kind: "events", name: [/jazz/i], quantity: 2 }] },
    { text: "I need a car to take me to Xiaoshan Airport at 4:30 in the morning tomorrow", orders: [{ kind: "rides", to: /Xiaoshan|萧山/i, date: days.inDays(1), time: ["04:30", "04:30"] }] },
    { text: "Please recharge my wife's phone 13388889999 with 100", orders: [{ kind: "recharge", name: [/100/], says: [/13388889999/] }] },
    { text: "how long to cycle from my home to West Lake?", uses: ["plan_route"], finds: [/West Lake|西湖/, /cycling/] },
  ];
}
