/** Twenty more in each language, written after the agent was mended for `requests.ts` and scored once before any further mending. */
import type { Calendar, Request } from "./expectation.ts";

export function everydayRequests(days: Calendar): readonly Request[] {
  return [...chinese(days).map((each) => ({ locale: "zh" as const, ...each })), ...english(days).map((each) => ({ locale: "en" as const, ...each }))];
}

type Spoken = Omit<Request, "locale">;

function chinese(days: Calendar): readonly Spoken[] {
  return [
    { text: "老板来碗羊肉泡馍，多放点香菜，再加一份肉夹馍", orders: [{ kind: "food", name: [/羊肉泡馍/], note: [/多放点?香菜/] }, { kind: "food", name: [/肉夹馍/] }] },
    { text: "下午茶订六杯生椰拿铁送到公司，总价150以内", orders: [{ kind: "food", name: [/生椰拿铁/], quantity: 6, deliverTo: "work", totalMax: 150 }] },
    { text: "宝宝发烧了，帮我买一个体温计，快点送到家", orders: [{ kind: ["products", "food"], name: [/体温计|温度计/], deliverTo: "home" }] },
    { text: "室友过生日，订一个8寸的巧克力蛋糕，写上生日快乐", orders: [{ kind: "food", name: [/蛋糕/], mayNote: /8寸|巧克力|生日快乐/ }] },
    { text: "晚饭不想做了，随便来个二十块左右的盖浇饭", mayAsk: true, orders: [{ kind: "food", name: [/饭/], eachMax: 26 }] },
    { text: "帮我妈买双38码的老北京布鞋，一百块以内", orders: [{ kind: "products", name: [/布鞋/], note: [/38/], totalMax: 106 }] },
    { text: "宿舍用的小台灯要一个，价格别超过80", orders: [{ kind: "products", name: [/台灯/], mayNote: /小|宿舍/, totalMax: 80 }] },
    { text: "进货，来十箱矿泉水", orders: [{ kind: "products", name: [/水/], quantity: 10 }] },
    { text: "国庆节回成都，帮我看看最便宜的机票并订一张", orders: [{ kind: "flights", to: /成都/, date: days.on(10, 1), first: "price" }] },
    { text: "我和老公后天下午去厦门，坐飞机，两张经济舱", mayAsk: true, orders: [{ kind: "flights", to: /厦门/, date: days.inDays(2), quantity: 2, seat: /经济/, time: ["12:00", "18:59"] }] },
    { text: "12月3号早上8点左右南京到杭州的高铁票给我来一张二等座", orders: [{ kind: "trains", from: /南京/, to: /杭州/, date: days.on(12, 3), seat: /二等/, time: ["06:00", "10:00"] }] },
    { text: "下周末带爸妈去黄山，订两间房住两晚，离景区近一点", orders: [{ kind: "hotels", date: days.nextWeek(6), nights: 2, quantity: 2, says: [/黄山/] }] },
    { text: "在成都春熙路附近找个400以内的酒店，今天入住一晚，直接订", orders: [{ kind: "hotels", date: days.inDays(0), nights: 1, eachMax: 400, says: [/成都/, /春熙路/] }] },
    { text: "周日下午想和女朋友看《千与千寻》，买两张票", orders: [{ kind: "movies", name: [/千与千寻/], date: days.coming(7), quantity: 2, time: ["12:00", "18:59"] }] },
    { text: "下周六上海有陈奕迅的演唱会吗，有的话买一张", orders: [{ kind: "events", name: [/陈奕迅/] }] },
    { text: "明早七点叫车，从家去杭州东站", orders: [{ kind: "rides", from: /家|文三路/, to: /东站/, date: days.inDays(1), time: ["07:00", "07:00"] }] },
    { text: "给老家的奶奶手机15067890123交100块话费", orders: [{ kind: "recharge", name: [/100/], says: [/15067890123/], totalMax: 100 }] },
    { text: "我想做个足疗，附近有团购就买一份", orders: [{ kind: "deals", name: [/足疗|足浴|足底/] }] },
    { text: "走路去西湖得多久啊", uses: ["plan_route"], finds: [/西湖/, /walking/] },
    { text: "今天心情不好，陪我聊聊", uses: [] },
  ];
}

function english(days: Calendar): readonly Spoken[] {
  return [
    { text: "could I get a veggie pizza and a garlic bread to my place", orders: [{ kind: "food", name: [/pizza/i], mayNote: /veg/i, deliverTo: "home" }, { kind: "food", name: [/garlic bread/i], deliverTo: "home" }] },
    { text: "six boxes of dumplings for the office party, deliver to work, max 200", orders: [{ kind: "food", name: [/dumpling/i], quantity: 6, deliverTo: "work", totalMax: 200 }] },
    { text: "I feel sick, send me some plain congee please, no scallions", orders: [{ kind: "food", name: [/congee|porridge/i], note: [/no scallions/i] }] },
    { text: "a mango smoothie and two egg tarts pls", mayAsk: true, orders: [{ kind: "food", name: [/mango/i] }, { kind: "food", name: [/egg tart/i], quantity: 2 }] },
    { text: "grab me a spicy chicken burger meal for under 50", orders: [{ kind: "food", name: [/chicken/i, /burger/i], mayNote: /spicy|meal/i, totalMax: 50 }] },
    { text: "my headphones broke, buy new wireless ones below 250", orders: [{ kind: "products", name: [/headphone|earphone|earbud|耳机/i], mayNote: /wireless/i, totalMax: 250 }] },
    { text: "get a blue raincoat in size L", orders: [{ kind: "products", name: [/raincoat/i], note: [/blue|蓝/i, /\bL\b|size L/i] }] },
    { text: "order 20 A4 notebooks for the shop, cheapest you have", orders: [{ kind: "products", name: [/notebook/i], quantity: 20, mayNote: /A4/i, first: "price" }] },
    { text: "need a flight home to Hangzhou from Kunming on the 8th of December", orders: [{ kind: "flights", from: /昆明|Kunming/, to: /杭州|Hangzhou/, date: days.on(12, 8) }] },
    { text: "two economy seats to Chongqing next tuesday morning, by plane", mayAsk: true, orders: [{ kind: "flights", to: /重庆|Chongqing/, date: days.nextWeek(2), quantity: 2, seat: /经济|economy/i, time: ["05:00", "11:59"] }] },
    { text: "book the earliest train to Ningbo on Sunday", orders: [{ kind: "trains", to: /宁波|Ningbo/, date: days.coming(7), first: "depart" }] },
    { text: "3 second class seats on a train from Suzhou to Beijing, Dec 15", mayAsk: true, orders: [{ kind: "trains", from: /苏州|Suzhou/, to: /北京|Beijing/, date: days.on(12, 15), quantity: 3, seat: /二等|second/i }] },
    { text: "I'm visiting Xi'an from December 10 to December 13, book me a 4 star hotel", orders: [{ kind: "hotels", date: days.on(12, 10), nights: 3, stars: 4, says: [/西安|Xi'an/] }] },
    { text: "find a cheap hotel by the Bund in Shanghai for tonight and book it", orders: [{ kind: "hotels", date: days.inDays(0), nights: 1, says: [/上海|Shanghai/] }] },
    { text: "reserve 4 seats for Inside Out 2 this sunday afternoon", orders: [{ kind: "movies", name: [/Inside Out 2/i], date: days.coming(7), quantity: 4, time: ["12:00", "18:59"] }] },
    { text: "get me a ticket for a basketball game in Hangzhou", orders: [{ kind: "events", name: [/篮|basketball|CBA|Bulls|home game/i] }] },
    { text: "pick me up at home at 6pm and drop me at West Lake", orders: [{ kind: "rides", from: /home|家|文三路/i, to: /West Lake|西湖/i, time: ["18:00", "18:00"] }] },
    { text: "please load 200 yuan onto 15800001234", orders: [{ kind: "recharge", name: [/200/], says: [/15800001234/], totalMax: 200 }] },
    { text: "is there a gym close to my office?", uses: ["search_places"], finds: [/gym|fitness|健身/i] },
    { text: "thanks, that's all for today", uses: [] },
  ];
}
