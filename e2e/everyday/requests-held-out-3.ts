/** A third set of fresh requests, written last and scored once. */
import type { Calendar, Request } from "./expectation.ts";

export function everydayRequests(days: Calendar): readonly Request[] {
  return [...chinese(days).map((each) => ({ locale: "zh" as const, ...each })), ...english(days).map((each) => ({ locale: "en" as const, ...each }))];
}

type Spoken = Omit<Request, "locale">;

function chinese(days: Calendar): readonly Spoken[] {
  return [
    { text: "今天降温了，点一锅羊肉汤送家里", orders: [{ kind: "food", name: [/羊肉汤|羊杂汤/], deliverTo: "home" }] },
    { text: "给客户订三杯美式两杯摩卡，送到公司", orders: [{ kind: "food", name: [/美式/], quantity: 3, deliverTo: "work" }, { kind: "food", name: [/摩卡/], quantity: 2, deliverTo: "work" }] },
    { text: "来一份重庆小面，多放辣椒不要葱花", orders: [{ kind: "food", name: [/重庆小面/], note: [/辣椒/, /葱/] }] },
    { text: "下单一个麦辣鸡腿堡，一份大薯", orders: [{ kind: "food", name: [/鸡腿堡/] }, { kind: "food", name: [/薯条/], mayNote: /大/ }] },
    { text: "爷爷血糖高，买一盒无糖饼干", orders: [{ kind: ["food", "products"], name: [/饼干/], mayNote: /无糖/ }] },
    { text: "帮我在网上买一本《三体》，送到学校：浙江大学紫金港校区", orders: [{ kind: "products", name: [/三体/], deliverTo: /紫金港/ }] },
    { text: "家里灯泡坏了，买两个", orders: [{ kind: "products", name: [/灯泡/], quantity: 2 }] },
    { text: "给女儿买条粉色的连衣裙，130码，150元以内", orders: [{ kind: "products", name: [/裙/], note: [/粉/, /130/], totalMax: 150 }] },
    { text: "买两张明天下午苏州到杭州的火车票", orders: [{ kind: "trains", from: /苏州/, to: /杭州/, date: days.inDays(1), quantity: 2, time: ["12:00", "18:59"] }] },
    { text: "帮爸妈订后天去北京的高铁，两张一等座，上午出发", orders: [{ kind: "trains", to: /北京/, date: days.inDays(2), quantity: 2, seat: /一等/, time: ["05:00", "12:30"] }] },
    { text: "下个月10号去三亚，两个人，买最便宜的机票", orders: [{ kind: "flights", to: /三亚/, date: days.on(12, 10), quantity: 2, first: "price" }] },
    { text: "明晚从上海飞西安，订一张", orders: [{ kind: "flights", from: /上海/, to: /西安/, date: days.inDays(1), time: ["17:00", "23:59"] }] },
    { text: "订上海迪士尼附近的酒店，12月12号入住，两晚，一千以内一晚", orders: [{ kind: "hotels", date: days.on(12, 12), nights: 2, eachMax: 1000, says: [/上海/] }] },
    { text: "今晚在杭州东站附近找个便宜的酒店住一晚，帮我订好", orders: [{ kind: "hotels", date: days.inDays(0), nights: 1, says: [/东站/] }] },
    { text: "周五晚上的《疯狂动物城2》，三个人去看，订票", orders: [{ kind: "movies", name: [/疯狂动物城/], date: days.coming(5), quantity: 3, time: ["17:00", "23:59"] }] },
    { text: "买一张这周末话剧的票", orders: [{ kind: "events", date: days.weekend }] },
    { text: "叫辆车，从西湖文化广场到萧山机场，今晚八点", orders: [{ kind: "rides", from: /西湖文化广场/, to: /萧山/, date: days.inDays(0), time: ["20:00", "20:00"] }] },
    { text: "话费快没了，帮我充100", orders: [{ kind: "recharge", name: [/100/], says: [/13800138000/] }] },
    { text: "团两张游泳馆的票", orders: [{ kind: "deals", name: [/游泳/], quantity: 2 }] },
    { text: "公司附近有没有停车场", uses: ["search_places"], finds: [/停车/] },
  ];
}

function english(days: Calendar): readonly Spoken[] {
  return [
    { text: "Could you order 2 veggie burgers and a large fries to my office?", orders: [{ kind: "food", name: [/veggie|vegetarian|素食/i, /burger/i], quantity: 2, deliverTo: "work" }, { kind: "food", name: [/fries/i], mayNote: /large/i, deliverTo: "work" }] },
    { text: "I want tom yum soup, extra spicy, under 60", orders: [{ kind: "food", name: [/tom yum/i], note: [/extra spicy/i], totalMax: 60 }] },
    { text: "Get a dozen donuts for the class", orders: [{ kind: "food", name: [/do(ugh)?nut/i], quantity: [12, 1] }] },
    { text: "mom wants a bowl of wonton soup, no scallions, deliver to home", orders: [{ kind: "food", name: [/wonton/i], note: [/no scallions/i], deliverTo: "home" }] },
    { text: "Order an iced mocha with less sugar", orders: [{ kind: "food", name: [/mocha/i], note: [/less sugar/i], mayNote: /iced/i }] },
    { text: "buy toilet paper and hand soap", orders: [{ kind: "products", name: [/toilet paper|toilet roll/i] }, { kind: "products", name: [/soap/i] }] },
    { text: "I need a birthday gift for a 5 year old, get a lego set under 200", orders: [{ kind: "products", name: [/lego|building block|brick/i], totalMax: 200 }] },
    { text: "please get me white sneakers, size 40", orders: [{ kind: "products", name: [/sneaker/i], note: [/white|白/i, /40/] }] },
    { text: "order the best selling electric kettle", orders: [{ kind: "products", name: [/kettle/i] }] },
    { text: "Book two train tickets from Hangzhou to Shanghai for this Sunday afternoon", orders: [{ kind: "trains", from: /杭州|Hangzhou/, to: /上海|Shanghai/, date: days.coming(7), quantity: 2, time: ["12:00", "18:59"] }] },
    { text: "I have to be in Nanjing on Dec 2 before noon, book a train ticket for that morning", orders: [{ kind: "trains", to: /南京|Nanjing/, date: days.on(12, 2), time: ["05:00", "11:59"] }] },
    { text: "book a flight to Qingdao on December 19, returning is not needed, just one way", orders: [{ kind: "flights", to: /青岛|Qingdao/, date: days.on(12, 19) }] },
    { text: "cheapest plane ticket from Chengdu to Xiamen on New Year's Day please", mayAsk: true, orders: [{ kind: "flights", from: /成都|Chengdu/, to: /厦门|Xiamen/, date: days.on(1, 1), first: "price" }] },
    { text: "Reserve a hotel near the Oriental Pearl Tower in Shanghai for 3 nights starting December 8", orders: [{ kind: "hotels", date: days.on(12, 8), nights: 3, says: [/上海|Shanghai/] }] },
    { text: "I need somewhere to stay in Guilin next friday for two nights, max 400 a night", orders: [{ kind: "hotels", date: days.nextWeek(5), nights: 2, eachMax: 400, says: [/桂林|Guilin/] }] },
    { text: "Can you get us 4 tickets for the new Zootopia movie on Saturday evening", orders: [{ kind: "movies", name: [/Zootopia/i], date: days.coming(6), quantity: 4, time: ["17:00", "23:59"] }] },
    { text: "buy one ticket for the Jay Chou concert", orders: [{ kind: "events", name: [/Jay Chou|周杰伦/i] }] },
    { text: "I'm at West Lake, get me a taxi back to the office", orders: [{ kind: "rides", to: /office|文一西路/i }] },
    { text: "add 30 yuan to 18900001111", orders: [{ kind: "recharge", name: [/30/], says: [/18900001111/] }] },
    { text: "how do I get to Hangzhou East Station by subway", uses: ["plan_route"], finds: [/East/, /transit/] },
  ];
}
