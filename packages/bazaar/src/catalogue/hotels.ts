/** What hotels are called, what they have, and rooms. `{city}` and `{place}` (a landmark or district) are filled in. */
import { readLines, readList, readRange } from "./lines.ts";
import type { Bilingual, HotelFeature, HotelPattern } from "./types.ts";

/** Words for what a person may wish of a hotel: id | Chinese | English | further names */
export const hotelFeatures: readonly HotelFeature[] = readLines(`
  breakfast | 含早餐 | breakfast included | 早餐, 含早, 双早, with breakfast, breakfast
  wifi | 免费Wi-Fi | free Wi-Fi | 无线网络, 有wifi, wifi, wi-fi, internet
  parking | 停车场 | parking | 免费停车, 停车, car park, free parking
  pool | 游泳池 | swimming pool | 泳池, 室内泳池, pool, indoor pool
  gym | 健身房 | gym | 健身中心, fitness centre, fitness room
  spa | 水疗 | spa | 按摩, sauna, 桑拿
  hot-spring | 温泉 | hot spring | 泡温泉, 温泉酒店, 私汤, onsen, hot springs, hot spring hotel
  pets | 可带宠物 | pets allowed | 宠物友好, 带狗, 带猫, 宠物酒店, pet friendly, pet-friendly, dog friendly, dogs allowed
  family | 亲子 | family friendly | 亲子酒店, 家庭房, 亲子房, 带孩子, 带娃, family hotel, family room, kids friendly, child friendly
  homestay | 民宿 | homestay | 客栈, 公寓, 短租, 民宿客栈, guesthouse, guest house, b&b, bed and breakfast, apartment, bnb, airbnb, inn, serviced apartment
  hostel | 青年旅舍 | hostel | 青旅, 青年旅社, 床位, 青年旅馆, youth hostel, dorm, hostels, backpackers
  resort | 度假村 | resort | 度假酒店, 别墅, 度假, resort hotel, villa, holiday resort, vacation
  business | 商务 | business hotel | 商务酒店, 会议酒店, 会议室, business, meeting rooms, conference hotel
  budget | 经济型 | budget hotel | 经济型酒店, 快捷酒店, 便宜酒店, 便宜, 连锁酒店, cheap hotel, budget, cheap, economy hotel, motel
  luxury | 豪华 | luxury hotel | 豪华酒店, 高档酒店, 高端酒店, 奢华酒店, luxury, five-star, fancy hotel
  boutique | 设计精品 | boutique hotel | 精品酒店, 设计酒店, 网红酒店, boutique, design hotel
  sea-view | 海景 | sea view | 海景房, 海边酒店, 海景酒店, 江景, 江景房, 湖景房, ocean view, beachfront, beach hotel, river view, lake view
  esports | 电竞房 | gaming room | 电竞酒店, 电竞, gaming hotel, e-sports hotel
  couples | 情侣 | for couples | 情侣酒店, 主题酒店, 蜜月, 情侣房, 主题房, romantic hotel, honeymoon, couples
  airport-shuttle | 机场接送 | airport shuttle | 接机, 接送机, 机场班车, airport transfer, shuttle
  non-smoking | 无烟房 | non-smoking | 无烟, 禁烟, no smoking, smoke-free, non smoking room
  accessible | 无障碍 | wheelchair accessible | 无障碍房, accessible room, accessible
  late-checkout | 延迟退房 | late check-out | 晚退房, late checkout
  free-cancellation | 免费取消 | free cancellation | 可取消, refundable, free cancel
  bathtub | 浴缸 | bathtub | 有浴缸, bath
  kitchen | 厨房 | kitchen | 可做饭, 带厨房, kitchenette
  washing-machine | 洗衣机 | washing machine | 洗衣房, laundry
`, 4).map(([id = "", zh = "", en = "", names]) => ({ id, zh, en, aliases: readList(names) }));

/** Chinese | English | stars | yuan a night | features */
export const hotels: readonly HotelPattern[] = readLines(`
  云栖大酒店（{place}店） | Yunqi Grand Hotel, {place} | 5 | 780-1680 | breakfast, wifi, parking, pool, gym, spa, luxury, business, bathtub, non-smoking, accessible, airport-shuttle
  {city}江畔国际酒店 | Riverside International, {city} | 5 | 680-1480 | breakfast, wifi, parking, pool, gym, luxury, business, sea-view, bathtub, accessible
  瑞庭酒店（{place}店） | The Ruiting, {place} | 5 | 880-1980 | breakfast, wifi, parking, pool, gym, spa, luxury, couples, bathtub, late-checkout
  {city}皇冠花园酒店 | Crown Garden Hotel, {city} | 5 | 720-1580 | breakfast, wifi, parking, gym, spa, luxury, family, free-cancellation
  {city}湖畔度假酒店 | Lakeside Resort, {city} | 5 | 980-2480 | breakfast, wifi, parking, pool, spa, resort, family, luxury, sea-view, couples
  汤泉谷温泉度假村（{city}） | Tangquan Valley Hot Spring Resort, {city} | 5 | 860-1880 | breakfast, wifi, parking, hot-spring, spa, resort, family, couples, bathtub
  {city}海天度假村 | Sea and Sky Resort, {city} | 5 | 960-2280 | breakfast, wifi, parking, pool, resort, sea-view, family, luxury, couples
  星澜酒店（{place}店） | Starlan Hotel, {place} | 4 | 420-820 | breakfast, wifi, parking, gym, business, non-smoking, free-cancellation
  {city}云顶商务酒店 | Cloudtop Business Hotel, {city} | 4 | 380-720 | breakfast, wifi, parking, gym, business, airport-shuttle, late-checkout
  华栎酒店（{place}店） | Huali Hotel, {place} | 4 | 460-880 | breakfast, wifi, parking, gym, pool, business, accessible
  鹿鸣亲子酒店（{place}店） | Luming Family Hotel, {place} | 4 | 480-980 | breakfast, wifi, parking, pool, family, bathtub, kitchen, washing-machine
  墨白设计酒店（{place}店） | Mobai Design Hotel, {place} | 4 | 520-1080 | wifi, boutique, couples, bathtub, non-smoking, breakfast
  {city}国际会议酒店 | {city} Conference Hotel | 4 | 420-860 | breakfast, wifi, parking, business, gym, accessible
  栖木精品酒店（{place}店） | Perchwood Boutique Hotel, {place} | 4 | 450-920 | wifi, boutique, breakfast, couples, pets, late-checkout
  橙光酒店（{place}店） | Orangelight Hotel, {place} | 3 | 240-460 | wifi, breakfast, business, non-smoking, free-cancellation, washing-machine
  轻居酒店（{place}店） | Qingju Hotel, {place} | 3 | 220-420 | wifi, breakfast, parking, washing-machine, non-smoking
  和颐里酒店（{place}店） | Heyili Hotel, {place} | 3 | 260-480 | wifi, breakfast, business, gym, free-cancellation
  全日酒店（{place}店） | Allday Hotel, {place} | 3 | 230-430 | wifi, breakfast, parking, late-checkout, family
  毛球宠物友好酒店（{place}店） | Furball Pet-friendly Hotel, {place} | 3 | 280-520 | wifi, pets, parking, breakfast, free-cancellation
  战队电竞酒店（{place}店） | Squad Gaming Hotel, {place} | 3 | 260-560 | wifi, esports, late-checkout, couples
  心动主题酒店（{place}店） | Heartbeat Theme Hotel, {place} | 3 | 260-580 | wifi, couples, bathtub, parking
  {city}车站商务酒店 | Station Business Hotel, {city} | 3 | 220-400 | wifi, business, breakfast, non-smoking
  {city}机场酒店 | Airport Hotel, {city} | 3 | 260-460 | wifi, airport-shuttle, breakfast, parking, free-cancellation
  好眠快捷酒店（{place}店） | Good Sleep Inn, {place} | 2 | 129-240 | wifi, budget, parking, non-smoking, free-cancellation
  七夜酒店（{place}店） | Seven Nights Hotel, {place} | 2 | 119-230 | wifi, budget, washing-machine
  家门口连锁酒店（{place}店） | Doorstep Hotel, {place} | 2 | 139-260 | wifi, budget, breakfast, parking
  小驿酒店（{place}店） | Little Post Hotel, {place} | 2 | 109-220 | wifi, budget, late-checkout
  拾光民宿（{place}） | Shiguang Homestay, {place} | 3 | 220-560 | wifi, homestay, kitchen, washing-machine, pets, family, breakfast
  巷子里客栈（{place}） | Alley House, {place} | 2 | 160-380 | wifi, homestay, breakfast, couples
  云上小院民宿（{place}） | Cloud Courtyard Homestay, {place} | 4 | 380-980 | wifi, homestay, boutique, breakfast, parking, couples, bathtub, pets
  近山居民宿（{city}） | Near the Hills Homestay, {city} | 3 | 260-620 | wifi, homestay, parking, family, kitchen, breakfast, hot-spring
  城市之窗公寓（{place}店） | City Window Apartments, {place} | 3 | 240-520 | wifi, homestay, kitchen, washing-machine, family, business
  海风民宿（{city}） | Sea Breeze Homestay, {city} | 3 | 260-680 | wifi, homestay, sea-view, breakfast, couples, family
  背包客青年旅舍（{place}店） | Backpack Hostel, {place} | 1 | 45-120 | wifi, hostel, budget, washing-machine, kitchen
  蓝莲花青旅（{place}店） | Blue Lotus Hostel, {place} | 1 | 49-138 | wifi, hostel, budget, breakfast
  {city}人民招待所 | {city} People's Guesthouse | 1 | 68-148 | wifi, budget, parking
`, 5).map(([zh = "", en = "", stars, price = "", features]) => ({
  zh, en, stars: Number(stars) as HotelPattern["stars"], priceYuan: readRange(price), features: readList(features),
}));

/** Rooms of a hotel, and how much dearer each is than the plainest one. */
export const hotelRooms: readonly (Bilingual & { readonly aliases: readonly string[]; readonly factor: number; readonly guests: number })[] = readLines(`
  大床房 | double room | 大床, 标准大床房, double bed, king room, queen room, king bed, double | 1 | 2
  双床房 | twin room | 双床, 标间, 标准间, 双人间, twin beds, two beds, standard room, twin | 1.05 | 2
  单人间 | single room | 单人房, single bed, single | 0.85 | 1
  家庭房 | family room | 亲子房, 三人间, family suite, triple room, triple | 1.4 | 4
  豪华套房 | suite | 套房, 行政套房, 套间, deluxe suite, executive suite | 2.2 | 3
`, 5).map(([zh = "", en = "", names, factor, guests]) => ({ zh, en, aliases: readList(names), factor: Number(factor), guests: Number(guests) }));
