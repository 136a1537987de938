/**
 * Sixty everyday requests in each language, as students, shopkeepers and grandparents would type them, each with what a
 * reasonable person expects of it. They were written without looking at the catalogue, the agent or the model's training data.
 */
import type { Calendar, Request } from "./expectation.ts";

export function everydayRequests(days: Calendar): readonly Request[] {
  return [...chinese(days).map((each) => ({ locale: "zh" as const, ...each })), ...english(days).map((each) => ({ locale: "en" as const, ...each }))];
}

type Spoken = Omit<Request, "locale">;

function chinese(days: Calendar): readonly Spoken[] {
  const today = days.inDays(0);
  return [
    // Food
    { text: "帮我点两杯少冰的珍珠奶茶送到公司", orders: [{ kind: "food", name: [/珍珠奶茶/], quantity: 2, note: [/少冰/], deliverTo: "work" }] },
    { text: "来份宫保鸡丁盖饭，不要花生，30块以内", orders: [{ kind: "food", name: [/宫保鸡丁/], note: [/不要花生/], totalMax: 30 }] },
    { text: "中午想吃麻辣烫，微辣，送到家里", mayAsk: true, orders: [{ kind: "food", name: [/麻辣烫/], note: [/微辣/], deliverTo: "home" }] },
    { text: "点一份黄焖鸡米饭，不要香菜", orders: [{ kind: "food", name: [/黄焖鸡/], note: [/不要香菜/] }] },
    { text: "给我来三个肉夹馍", orders: [{ kind: "food", name: [/肉夹馍/], quantity: 3 }] },
    { text: "来一杯热拿铁，换燕麦奶，送公司", orders: [{ kind: "food", name: [/拿铁/], note: [/燕麦/], mayNote: /热/, deliverTo: "work" }] },
    { text: "饿死了，帮我点个最便宜的汉堡", orders: [{ kind: "food", name: [/汉堡/], first: "price" }] },
    { text: "来两笼小笼包，送到家", orders: [{ kind: "food", name: [/小笼/], quantity: 2, deliverTo: "home" }] },
    { text: "点一份酸菜鱼，少油，80以内", orders: [{ kind: "food", name: [/酸菜鱼/], note: [/少油/], totalMax: 80 }] },
    { text: "帮奶奶订一碗皮蛋瘦肉粥，送到文二路100号", orders: [{ kind: "food", name: [/皮蛋瘦肉粥/], deliverTo: /文二路100号/ }] },
    { text: "四杯柠檬茶，去冰，总共不超过80块", mayAsk: true, orders: [{ kind: "food", name: [/柠檬茶/], quantity: 4, note: [/去冰/], totalMax: 80 }] },
    { text: "晚上加班，点一份烤肉饭送到公司，35块以内", orders: [{ kind: "food", name: [/烤肉饭|烤肉拌饭/], deliverTo: "work", totalMax: 35 }] },
    { text: "想吃披萨了，来一个榴莲披萨", orders: [{ kind: "food", name: [/榴莲/, /披萨|比萨/] }] },
    { text: "点杯冰美式", orders: [{ kind: "food", name: [/美式/], mayNote: /冰/ }] },
    { text: "来一份扬州炒饭，不要葱，再给我一份酸辣汤", orders: [{ kind: "food", name: [/扬州炒饭|炒饭/], note: [/不要葱/] }, { kind: "food", name: [/酸辣汤/] }] },

    // Shopping
    { text: "买一箱纯牛奶，80块以内", orders: [{ kind: "products", name: [/牛奶/], totalMax: 80 }] },
    { text: "给孩子买一个书包，200块以内", orders: [{ kind: "products", name: [/书包|双肩包|背包/], totalMax: 200 }] },
    { text: "帮我买两包抽纸，要最便宜的", orders: [{ kind: "products", name: [/抽纸|纸巾/], quantity: 2, first: "price" }] },
    { text: "买一副蓝牙耳机，预算200", orders: [{ kind: "products", name: [/耳机/], totalMax: 200 }] },
    { text: "我要买一双42码的运动鞋，300元以内", orders: [{ kind: "products", name: [/运动鞋|跑鞋|跑步鞋|板鞋/], note: [/42/], totalMax: 300 }] },
    { text: "家里没米了，买一袋大米送到家", orders: [{ kind: "products", name: [/米/], deliverTo: "home" }] },
    { text: "买三支黑色中性笔", orders: [{ kind: "products", name: [/笔/], quantity: 3, note: [/黑/] }] },
    { text: "给爷爷买一台血压计", orders: [{ kind: "products", name: [/血压计/] }] },

    // Flights
    { text: "订一张明天去北京的机票", orders: [{ kind: "flights", from: /杭州/, to: /北京/, date: days.inDays(1) }] },
    { text: "下周五从杭州飞广州，订最便宜的那班", orders: [{ kind: "flights", from: /杭州/, to: /广州/, date: days.nextWeek(5), first: "price" }] },
    { text: "帮我买12月24号上海到成都的机票两张，商务舱", orders: [{ kind: "flights", from: /上海/, to: /成都/, date: days.on(12, 24), quantity: 2, seat: /商务|公务|business/i }] },
    { text: "大年初一飞三亚，两个人，帮我订票", orders: [{ kind: "flights", to: /三亚/, date: days.lunarNewYear, quantity: 2 }] },
    { text: "订后天最早一班去深圳的飞机", orders: [{ kind: "flights", to: /深圳/, date: days.inDays(2), first: "depart" }] },

    // Trains
    { text: "买一张明天早上去上海的高铁票，二等座", orders: [{ kind: "trains", from: /杭州/, to: /上海/, date: days.inDays(1), time: ["05:00", "11:59"], seat: /二等|second/i }] },
    { text: "周五下午从杭州到南京的高铁，两张一等座，帮我订了", orders: [{ kind: "trains", from: /杭州/, to: /南京/, date: days.coming(5), quantity: 2, time: ["12:00", "18:30"], seat: /一等|first/i }] },
    { text: "除夕回武汉的火车票来一张", orders: [{ kind: "trains", to: /武汉/, date: days.lunarNewYearsEve }] },
    { text: "后天去苏州，要最便宜的火车票", mayAsk: true, orders: [{ kind: "trains", to: /苏州/, date: days.inDays(2), first: "price" }] },
    { text: "订下周三北京到西安的卧铺一张", orders: [{ kind: "trains", from: /北京/, to: /西安/, date: days.nextWeek(3), seat: /卧|sleeper/i }] },
    { text: "12月31号从上海回杭州，高铁票三张", mayAsk: true, orders: [{ kind: "trains", from: /上海/, to: /杭州/, date: days.on(12, 31), quantity: 3 }] },

    // Hotels
    { text: "订一间明天西湖附近的酒店，住两晚，500以内", orders: [{ kind: "hotels", date: days.inDays(1), nights: 2, eachMax: 500, says: [/西湖/] }] },
    { text: "周六去苏州，帮我订个四星酒店住一晚", orders: [{ kind: "hotels", date: days.coming(6), nights: 1, stars: 4, says: [/苏州/] }] },
    { text: "帮我订12月24号北京国贸附近的酒店，三晚", orders: [{ kind: "hotels", date: days.on(12, 24), nights: 3, says: [/北京/, /国贸/] }] },
    { text: "订上海外滩附近最便宜的酒店，后天入住，住一晚", orders: [{ kind: "hotels", date: days.inDays(2), nights: 1, says: [/上海/], first: "price" }] },

    // Cinema and shows
    { text: "买两张明天晚上《哪吒》的电影票", orders: [{ kind: "movies", name: [/哪吒/], date: days.inDays(1), quantity: 2, time: ["17:00", "23:59"] }] },
    { text: "买两张今晚的电影票，随便什么片子", orders: [{ kind: "movies", date: today, quantity: 2, time: ["17:00", "23:59"] }] },
    { text: "今晚西湖附近有什么电影", uses: ["search_movies"] },
    { text: "买两张周六的脱口秀门票", orders: [{ kind: "events", name: [/脱口秀/], date: days.coming(6), quantity: 2 }] },
    { text: "帮我抢一张演唱会的票", orders: [{ kind: "events", name: [/演唱会|巡演|音乐会/] }] },

    // Rides
    { text: "叫个车去杭州东站", orders: [{ kind: "rides", to: /东站/ }] },
    { text: "明天早上六点打车去萧山机场", orders: [{ kind: "rides", to: /萧山/, date: days.inDays(1), time: ["06:00", "06:00"] }] },
    { text: "从西湖打车到杭州东站，现在就走", orders: [{ kind: "rides", from: /西湖/, to: /东站/, date: today }] },

    // Deals
    { text: "买一张火锅双人套餐的团购券", orders: [{ kind: "deals", name: [/火锅/, /双人|两人|2人/] }] },
    { text: "附近有按摩的团购吗，买一张", orders: [{ kind: "deals", name: [/按摩|推拿|足疗|足浴|SPA/i] }] },

    // Top-ups
    { text: "给13800138000充100块话费", orders: [{ kind: "recharge", name: [/100/], says: [/13800138000/], totalMax: 100 }] },
    { text: "帮我妈充50话费，号码13912345678", orders: [{ kind: "recharge", name: [/50/], says: [/13912345678/], totalMax: 50 }] },

    // Maps
    { text: "附近的药店在哪", uses: ["search_places"], finds: [/药/] },
    { text: "从家到西湖骑车要多久", uses: ["plan_route"], finds: [/西湖/, /cycling/] },
    { text: "坐地铁去杭州东站要多长时间", uses: ["plan_route"], finds: [/东站/, /transit/] },

    // Two things in one sentence
    { text: "点一份麻婆豆腐，再给13700137000充30块话费", orders: [{ kind: "food", name: [/麻婆豆腐/] }, { kind: "recharge", name: [/30/], says: [/13700137000/] }] },

    // Orders, memory, small talk
    { text: "看看我的订单", uses: ["list_orders"] },
    { text: "我最近那单到哪了", uses: ["track_order", "list_orders"] },
    { text: "把我刚才那单取消了吧", uses: ["cancel_order"], cancels: true },
    { text: "记住我不吃香菜", uses: ["remember"], finds: [/香菜/] },
    { text: "你好呀，你是谁", uses: [] },
    { text: "帮我写一首关于春天的诗", uses: [] },
  ];
}

function english(days: Calendar): readonly Spoken[] {
  const today = days.inDays(0);
  return [
    // Food
    { text: "two pepperoni pizzas to the office please", orders: [{ kind: "food", name: [/pepperoni/i], quantity: 2, deliverTo: "work" }] },
    { text: "get me a large latte with oat milk", orders: [{ kind: "food", name: [/latte/i], note: [/large/i, /oat/i] }] },
    { text: "I'm starving, order a cheeseburger, no onions, under 40 yuan", orders: [{ kind: "food", name: [/cheeseburger/i], note: [/no onion/i], totalMax: 40 }] },
    { text: "one chicken burrito, no beans, deliver to home", orders: [{ kind: "food", name: [/burrito/i], note: [/no beans/i], mayNote: /chicken/i, deliverTo: "home" }] },
    { text: "can you order 3 bubble teas with less ice", orders: [{ kind: "food", name: [/bubble tea|milk tea|boba/i], quantity: 3, note: [/less ice/i] }] },
    { text: "order kung pao chicken for dinner, not too spicy", orders: [{ kind: "food", name: [/kung pao chicken/i], note: [/not too spicy/i] }] },
    { text: "a bowl of beef noodles no cilantro please, max 35", mayAsk: true, orders: [{ kind: "food", name: [/beef/i, /noodle/i], note: [/no cilantro/i], totalMax: 35 }] },
    { text: "order the cheapest fried rice you can find", orders: [{ kind: "food", name: [/fried rice/i], first: "price" }] },
    { text: "get sushi for two, under 150 total", orders: [{ kind: "food", name: [/sushi/i], quantity: [1, 2], totalMax: 150 }] },
    { text: "order a caesar salad, dressing on the side, to my office", orders: [{ kind: "food", name: [/caesar/i], note: [/dressing on the side/i], deliverTo: "work" }] },
    { text: "get me a hot chocolate and a croissant, delivered home", orders: [{ kind: "food", name: [/hot chocolate/i], deliverTo: "home" }, { kind: "food", name: [/croissant/i], deliverTo: "home" }] },
    { text: "order some chicken soup for grandma, deliver to 25 Park Road", orders: [{ kind: "food", name: [/chicken|hen/i, /soup/i], deliverTo: /25 Park Road/i }] },
    { text: "4 iced americanos for the team, to the office", mayAsk: true, orders: [{ kind: "food", name: [/americano/i], mayNote: /iced/i, quantity: 4, deliverTo: "work" }] },
    { text: "I want dumplings, two portions, no vinegar", mayAsk: true, orders: [{ kind: "food", name: [/dumpling/i], quantity: 2, note: [/no vinegar/i] }] },

    // Shopping
    { text: "buy a phone charger under 60", orders: [{ kind: "products", name: [/charger/i], totalMax: 60 }] },
    { text: "I need AA batteries, buy two packs", orders: [{ kind: "products", name: [/batter/i], quantity: 2 }] },
    { text: "buy a pair of running shoes size 42 under 400", orders: [{ kind: "products", name: [/running shoe/i], note: [/42/], totalMax: 400 }] },
    { text: "order a yoga mat, the best rated one", orders: [{ kind: "products", name: [/yoga mat/i], first: "rating" }] },
    { text: "get me the cheapest umbrella", orders: [{ kind: "products", name: [/umbrella/i], first: "price" }] },
    { text: "buy 5 notebooks for school", orders: [{ kind: "products", name: [/notebook/i], quantity: 5 }] },
    { text: "we're out of diapers, order one pack to home", orders: [{ kind: "products", name: [/diaper|napp/i], deliverTo: "home" }] },
    { text: "buy a desk lamp, less than 150 yuan", orders: [{ kind: "products", name: [/lamp/i], totalMax: 150 }] },

    // Flights
    { text: "book a flight to Beijing tomorrow", orders: [{ kind: "flights", to: /北京|Beijing/, date: days.inDays(1) }] },
    { text: "book 2 business class tickets from Shanghai to Chengdu on Dec 24", orders: [{ kind: "flights", from: /上海|Shanghai/, to: /成都|Chengdu/, date: days.on(12, 24), quantity: 2, seat: /商务|公务|business/i }] },
    { text: "book the cheapest flight to Guangzhou next friday", orders: [{ kind: "flights", to: /广州|Guangzhou/, date: days.nextWeek(5), first: "price" }] },
    { text: "earliest flight from Beijing to Shenzhen on Monday, book it", orders: [{ kind: "flights", from: /北京|Beijing/, to: /深圳|Shenzhen/, date: days.coming(1), first: "depart" }] },
    { text: "I need two plane tickets to Sanya on December 30", orders: [{ kind: "flights", to: /三亚|Sanya/, date: days.on(12, 30), quantity: 2 }] },

    // Trains
    { text: "book 2 train tickets to Shanghai tomorrow morning", orders: [{ kind: "trains", to: /上海|Shanghai/, date: days.inDays(1), quantity: 2, time: ["05:00", "11:59"] }] },
    { text: "book a first class train ticket from Hangzhou to Nanjing this saturday", orders: [{ kind: "trains", from: /杭州|Hangzhou/, to: /南京|Nanjing/, date: days.coming(6), seat: /一等|first/i }] },
    { text: "get me the cheapest train from Shanghai to Suzhou the day after tomorrow", orders: [{ kind: "trains", from: /上海|Shanghai/, to: /苏州|Suzhou/, date: days.inDays(2), first: "price" }] },
    { text: "book a sleeper from Beijing to Xi'an on Dec 20", orders: [{ kind: "trains", from: /北京|Beijing/, to: /西安|Xi'?an/, date: days.on(12, 20), seat: /卧|sleeper/i }] },
    { text: "I need a train home to Wuhan on Chinese New Year's Eve", orders: [{ kind: "trains", to: /武汉|Wuhan/, date: days.lunarNewYearsEve }] },

    // Hotels
    { text: "book a hotel near West Lake for two nights from tomorrow, under 600 a night", orders: [{ kind: "hotels", date: days.inDays(1), nights: 2, eachMax: 600, says: [/西湖|West Lake/i] }] },
    { text: "book a 5 star hotel in Shanghai on Dec 31 for 1 night", orders: [{ kind: "hotels", date: days.on(12, 31), nights: 1, stars: 5, says: [/上海|Shanghai/] }] },
    { text: "I need a room in Suzhou this saturday, one night, cheapest please", orders: [{ kind: "hotels", date: days.coming(6), nights: 1, says: [/苏州|Suzhou/], first: "price" }] },
    { text: "reserve a hotel in Beijing near the Forbidden City, Dec 24, 3 nights", orders: [{ kind: "hotels", date: days.on(12, 24), nights: 3, says: [/北京|Beijing/] }] },

    // Cinema and shows
    { text: "two tickets for Zootopia 2 tonight", orders: [{ kind: "movies", name: [/Zootopia|疯狂动物城/i], date: today, quantity: 2, time: ["17:00", "23:59"] }] },
    { text: "get me a ticket for Dune tomorrow evening", orders: [{ kind: "movies", name: [/Dune|沙丘/i], date: days.inDays(1), time: ["17:00", "23:59"] }] },
    { text: "what movies are playing tonight?", uses: ["search_movies"] },
    { text: "buy two tickets to a stand-up comedy show this saturday", orders: [{ kind: "events", name: [/comedy|stand-?up|脱口秀/i], date: days.coming(6), quantity: 2 }] },
    { text: "any concerts in Shanghai this weekend?", uses: ["search_events"] },

    // Rides
    { text: "call me a taxi to the airport", orders: [{ kind: "rides", to: /机场|airport/i }] },
    { text: "I need a ride to Hangzhou East Station tomorrow at 7:30 am", orders: [{ kind: "rides", to: /东站|East/i, date: days.inDays(1), time: ["07:30", "07:30"] }] },
    { text: "get me a car from the office to West Lake", orders: [{ kind: "rides", to: /西湖|West Lake/i }] },
    { text: "taxi to the train station now please", orders: [{ kind: "rides", to: /站|station/i, date: today }] },

    // Deals
    { text: "find me a hotpot deal for two and buy it", orders: [{ kind: "deals", name: [/hot ?pot|火锅/i] }] },
    { text: "get one haircut voucher nearby", orders: [{ kind: "deals", name: [/hair|剪发|理发|美发/i] }] },

    // Top-ups
    { text: "top up 13800138000 with 100 yuan", orders: [{ kind: "recharge", name: [/100/], says: [/13800138000/], totalMax: 100 }] },
    { text: "put 50 on my mom's phone 13612345678", orders: [{ kind: "recharge", name: [/50/], says: [/13612345678/], totalMax: 50 }] },

    // Maps
    { text: "where's the nearest pharmacy", uses: ["search_places"], finds: [/pharmac|药/i] },
    { text: "coffee shops near West Lake", uses: ["search_places"], finds: [/coffee|咖啡/i] },
    { text: "how long does it take to walk from West Lake to Leifeng Pagoda", uses: ["plan_route"], finds: [/Leifeng|雷峰/i, /walking/] },
    { text: "how far is the airport by car", uses: ["plan_route"], finds: [/airport|机场/i, /driving/] },

    // Two things in one sentence
    { text: "order a margherita pizza and top up 13900001111 with 30", orders: [{ kind: "food", name: [/margherita/i] }, { kind: "recharge", name: [/30/], says: [/13900001111/] }] },

    // Orders, memory, small talk
    { text: "show my orders", uses: ["list_orders"] },
    { text: "where's my last order?", uses: ["track_order", "list_orders"] },
    { text: "cancel my last order", uses: ["cancel_order"], cancels: true },
    { text: "remember that I'm allergic to peanuts", uses: ["remember"], finds: [/peanut/i] },
    { text: "hi, what can you do?", uses: [] },
    { text: "what's the capital of France?", uses: [] },
  ];
}
