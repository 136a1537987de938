/** A second set of fresh requests, written after the causes found by the first were mended and scored once before any further mending. */
import type { Calendar, Request } from "./expectation.ts";

export function everydayRequests(days: Calendar): readonly Request[] {
  return [...chinese(days).map((each) => ({ locale: "zh" as const, ...each })), ...english(days).map((each) => ({ locale: "en" as const, ...each }))];
}

type Spoken = Omit<Request, "locale">;

function chinese(days: Calendar): readonly Spoken[] {
  return [
    { text: "帮我点一份鱼香肉丝盖饭送到公司，多加米饭", orders: [{ kind: "food", name: [/鱼香肉丝/], note: [/米饭/], deliverTo: "work" }] },
    { text: "给加班的同事们点八杯冰拿铁，少糖，送到公司", orders: [{ kind: "food", name: [/拿铁/], quantity: 8, note: [/少糖/], mayNote: /冰/, deliverTo: "work" }] },
    { text: "孩子想吃肯德基那种炸鸡桶，来一桶", orders: [{ kind: "food", name: [/炸鸡/] }] },
    { text: "有点上火，来一碗绿豆汤", orders: [{ kind: "food", name: [/绿豆/] }] },
    { text: "一份大份的酸辣粉，特辣，加个卤蛋", mayAsk: true, orders: [{ kind: "food", name: [/酸辣粉/], note: [/特辣/, /卤蛋/], mayNote: /大份/ }] },
    { text: "买两瓶酱油和一袋盐送到家", orders: [{ kind: ["food", "products"], name: [/酱油|生抽/], quantity: 2, deliverTo: "home" }, { kind: ["food", "products"], name: [/盐/], deliverTo: "home" }] },
    { text: "我的手机充电线坏了，帮我买一根新的，30块以内", orders: [{ kind: "products", name: [/数据线|充电线/], totalMax: 30 }] },
    { text: "想给女朋友买一支口红，300以内，评价最高的", orders: [{ kind: "products", name: [/口红/], totalMax: 300, first: "rating" }] },
    { text: "买一件XL码的白色T恤", orders: [{ kind: "products", name: [/T恤|短袖/i], note: [/XL/, /白/] }] },
    { text: "订后天上午北京到上海的高铁票，商务座", orders: [{ kind: "trains", from: /北京/, to: /上海/, date: days.inDays(2), seat: /商务/, time: ["06:00", "12:30"] }] },
    { text: "买三张下周一从广州去长沙的火车票", orders: [{ kind: "trains", from: /广州/, to: /长沙/, date: days.nextWeek(1), quantity: 3 }] },
    { text: "12月20日深圳飞上海的机票，头等舱，一张，帮我买了", orders: [{ kind: "flights", from: /深圳/, to: /上海/, date: days.on(12, 20), seat: /头等/ }] },
    { text: "圣诞节想去哈尔滨玩，买一张最早的航班", orders: [{ kind: "flights", to: /哈尔滨/, date: days.on(12, 25), first: "depart" }] },
    { text: "本周六入住，在南京夫子庙附近订一家酒店，两晚，要五星级的", orders: [{ kind: "hotels", date: days.coming(6), nights: 2, stars: 5, says: [/南京/] }] },
    { text: "订两张今晚七点以后的《流浪地球2》", orders: [{ kind: "movies", name: [/流浪地球2/], date: days.inDays(0), quantity: 2, time: ["19:00", "23:59"] }] },
    { text: "想听相声，买两张周日的票", orders: [{ kind: "events", name: [/相声|德云社/], date: days.coming(7), quantity: 2 }] },
    { text: "下午三点叫一辆出租车从公司去萧山机场", orders: [{ kind: "rides", from: /公司|文一西路/, to: /萧山/, name: [/出租/], time: ["15:00", "15:00"] }] },
    { text: "给我自己的手机充200元话费", orders: [{ kind: "recharge", name: [/200/], says: [/13800138000/], totalMax: 200 }] },
    { text: "我要一张KTV团购券", orders: [{ kind: "deals", name: [/KTV/i] }] },
    { text: "开车去杭州东站要多长时间", uses: ["plan_route"], finds: [/东站/, /driving/] },
  ];
}

function english(days: Calendar): readonly Spoken[] {
  return [
    { text: "Order a large pepperoni pizza to my home address", orders: [{ kind: "food", name: [/pepperoni/i], note: [/large/i], deliverTo: "home" }] },
    { text: "Can you get me a vanilla latte, no sugar, delivered to the office?", orders: [{ kind: "food", name: [/latte/i], note: [/no sugar/i], mayNote: /vanilla/i, deliverTo: "work" }] },
    { text: "I'd like a beef burger with extra cheese and a coke", orders: [{ kind: "food", name: [/burger/i], note: [/extra cheese/i] }, { kind: "food", name: [/cola|coke/i] }] },
    { text: "Order 5 spring rolls and 2 bowls of hot and sour soup", orders: [{ kind: "food", name: [/spring roll/i], quantity: 5 }, { kind: "food", name: [/hot and sour soup/i], quantity: 2 }] },
    { text: "Please order chicken fried rice for lunch, under 30 yuan, no egg", orders: [{ kind: "food", name: [/fried rice/i], mayNote: /chicken/i, note: [/no egg/i], totalMax: 30 }] },
    { text: "Buy me a black hoodie, size M", orders: [{ kind: "products", name: [/hoodie/i], note: [/black|黑/i, /\bM\b/] }] },
    { text: "I need two bottles of shampoo and a tube of toothpaste", orders: [{ kind: "products", name: [/shampoo/i], quantity: 2 }, { kind: "products", name: [/toothpaste/i] }] },
    { text: "Order a wireless mouse, the most popular one, no more than 100", orders: [{ kind: "products", name: [/mouse/i], mayNote: /wireless/i, totalMax: 100 }] },
    { text: "Get my grandson a soccer ball for his birthday", orders: [{ kind: "products", name: [/football|soccer/i] }] },
    { text: "Book me a flight from Hangzhou to Tokyo on January 5th", orders: [{ kind: "flights", from: /杭州|Hangzhou/, to: /东京|Tokyo/, date: days.on(1, 5) }] },
    { text: "Two first class flights to Beijing this sunday please", orders: [{ kind: "flights", to: /北京|Beijing/, date: days.coming(7), quantity: 2, seat: /头等|first/i }] },
    { text: "Book a high speed train from Guangzhou to Wuhan next monday, second class, departing in the evening", orders: [{ kind: "trains", from: /广州|Guangzhou/, to: /武汉|Wuhan/, date: days.nextWeek(1), seat: /二等|second/i, time: ["17:00", "23:59"] }] },
    { text: "Get me the fastest train to Nanjing tomorrow", orders: [{ kind: "trains", to: /南京|Nanjing/, date: days.inDays(1) }] },
    { text: "Book a hotel in Chengdu for this weekend, 2 nights, under 500 per night", orders: [{ kind: "hotels", date: days.weekend[0]!, nights: 2, eachMax: 500, says: [/成都|Chengdu/] }] },
    { text: "I need a double room near Hangzhou East Station tonight", mayAsk: true, orders: [{ kind: "hotels", mayNote: /double room/i, date: days.inDays(0), says: [/东站|East/i] }] },
    { text: "Get 3 movie tickets for Avatar tomorrow night", orders: [{ kind: "movies", name: [/Avatar|阿凡达/i], date: days.inDays(1), quantity: 3, time: ["17:00", "23:59"] }] },
    { text: "I want to see a musical on Saturday, book one ticket", orders: [{ kind: "events", name: [/musical|音乐剧/i], date: days.coming(6) }] },
    { text: "Order a cab from my home to West Lake at 9:30 tomorrow morning", orders: [{ kind: "rides", from: /home|文三路|家/i, to: /West Lake|西湖/i, date: days.inDays(1), time: ["09:30", "09:30"] }] },
    { text: "Top up my phone with 50 yuan", orders: [{ kind: "recharge", name: [/50/], says: [/13800138000/], totalMax: 50 }] },
    { text: "Where can I find an ATM near West Lake?", uses: ["search_places"], finds: [/ATM|bank/i] },
  ];
}
