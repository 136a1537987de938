/**
 * Kinds of places that people look for on a map, and what such places are called. `{place}` is a district, street or
 * landmark nearby. Chinese | English | further names | patterns zh=en; ...
 */
import { readBilingual, readLines, readList } from "./lines.ts";
import type { PlaceKind } from "./types.ts";

export const placeKinds: readonly PlaceKind[] = readLines(`
  药店 | pharmacy | 药房, 大药房, 买药, 24小时药店, drugstore, chemist, pharmacies, drug store | 安和大药房（{place}店）=Anhe Pharmacy, {place}; 康宁堂药店（{place}店）=Kangning Pharmacy, {place}; 百草园药房（{place}店）=Herb Garden Pharmacy, {place}
  医院 | hospital | 综合医院, 人民医院, 三甲医院, hospitals | {place}医院={place} Hospital; 第一人民医院（{place}院区）=First People's Hospital, {place}; {place}中心医院={place} Central Hospital
  急诊 | emergency room | 急诊室, 急救中心, er, emergency, emergency department, a&e | {place}医院急诊={place} Hospital Emergency; {place}急救中心={place} Emergency Centre
  诊所 | clinic | 门诊, 社区医院, 卫生服务中心, 社区卫生服务中心, 看病, doctor, clinics, doctor's office, gp | {place}社区卫生服务中心={place} Community Clinic; 仁心诊所（{place}店）=Renxin Clinic, {place}
  牙科 | dentist | 牙医, 口腔医院, 口腔诊所, 牙科诊所, 看牙, 洗牙的地方, dental clinic, dentists, dental | 白贝壳口腔（{place}店）=White Shell Dental, {place}; {place}口腔医院={place} Dental Hospital
  眼科医院 | eye clinic | 眼科, 看眼睛, eye hospital, eye doctor | 明眸眼科（{place}院）=Bright Eye Clinic, {place}
  儿童医院 | children's hospital | 儿科, 儿科医院, 小儿科, pediatrician, paediatric clinic, pediatric clinic | {place}儿童医院={place} Children's Hospital
  妇产医院 | maternity hospital | 妇幼保健院, 妇科医院, 妇产科, 产科, gynecologist, obstetrics | {place}妇幼保健院={place} Maternity Hospital
  中医馆 | Chinese medicine clinic | 中医, 中医院, 推拿正骨, 针灸馆, tcm, tcm clinic, acupuncture clinic, acupuncture | 杏林中医馆（{place}店）=Apricot Grove Chinese Medicine, {place}; {place}中医院={place} Hospital of Chinese Medicine
  体检中心 | health check-up centre | 体检, 体检机构, medical check-up, checkup centre | 康宁体检中心（{place}店）=Kangning Check-up, {place}
  宠物医院 | vet | 宠物诊所, 兽医, 兽医院, 动物医院, 宠物看病, veterinarian, animal hospital, pet hospital, vets, pet clinic, veterinary | 毛球镇宠物医院（{place}店）=Furtown Vet, {place}; 爪爪动物医院（{place}院）=Paws Animal Hospital, {place}
  宠物店 | pet shop | 宠物商店, 宠物用品店, pet store, pet shops | 喵汪宠物（{place}店）=Meowoof Pets, {place}
  银行 | bank | 银行网点, 银行支行, banks, bank branch | 江海银行（{place}支行）=Jianghai Bank, {place}; 四海银行（{place}支行）=Four Seas Bank, {place}
  ATM | ATM | 取款机, 自动取款机, 提款机, 取钱, 取现金, cash machine, cashpoint, atm machine, atms, cash point | 江海银行ATM（{place}）=Jianghai Bank ATM, {place}; 四海银行自助银行（{place}）=Four Seas self-service bank, {place}
  外币兑换 | currency exchange | 换外币, 货币兑换, 换汇, 换钱, money exchange, bureau de change, money changer, exchange money | 通汇外币兑换（{place}店）=Tonghui Exchange, {place}
  充电桩 | EV charging station | 充电站, 电动车充电, 汽车充电, 新能源充电站, 充电, 快充站, ev charger, charging station, electric car charger, ev charging, car charging station, charging point | 快电充电站（{place}）=Kuaidian Charging, {place}; 绿电超充站（{place}）=Green Volt Supercharge, {place}
  加油站 | petrol station | 加油, 油站, gas station, filling station, fuel station, petrol, gas stations | 远程加油站（{place}站）=Longhaul Petrol, {place}; 路路通加油站（{place}站）=Lulutong Petrol, {place}
  停车场 | car park | 停车, 停车位, 地下停车场, 停车的地方, parking, parking lot, parking garage, parking space, parking place | {place}停车场={place} Car Park; {place}地下停车库={place} Underground Parking
  洗车店 | car wash | 洗车, 洗车行, carwash | 水花洗车（{place}店）=Splash Car Wash, {place}
  修车店 | car repair shop | 汽修店, 修车, 汽车修理, 4s店, 补胎, 汽车维修, auto repair, garage, mechanic, car mechanic, tyre shop, tire shop | 车伴汽修（{place}店）=Carmate Garage, {place}
  驾校 | driving school | 学车, driving lessons | 稳稳驾校（{place}校区）=Steady Driving School, {place}
  租车 | car rental | 租车公司, 租车行, 租车点, rent a car, car hire, rental car | 途安租车（{place}店）=Tuan Car Rental, {place}
  共享单车 | bike share | 共享单车停车点, 租自行车, bike rental, bicycle rental, bike hire, bike sharing | {place}单车停放点={place} bike share dock
  地铁站 | metro station | 地铁, 地铁口, 最近的地铁, subway station, underground station, tube station, subway, metro, mrt | {place}地铁站={place} Metro Station
  公交站 | bus stop | 公交车站, 公交, 巴士站, bus station, bus stops | {place}公交站={place} Bus Stop
  汽车站 | coach station | 长途汽车站, 客运站, 客运中心, long-distance bus station, coach terminal | {place}客运站={place} Coach Station
  火车站 | railway station | 高铁站, 动车站, train station, rail station | {place}站={place} Railway Station
  机场 | airport | 飞机场, 航站楼, airports, terminal | {place}机场={place} Airport
  码头 | ferry pier | 轮渡, 渡口, 游船码头, ferry, ferry terminal, pier, port, boat dock | {place}码头={place} Pier
  服务区 | motorway services | 高速服务区, rest area, rest stop, service area | {place}服务区={place} Services
  公园 | park | 城市公园, 附近公园, 遛弯, parks, city park, green space | {place}公园={place} Park; {place}湿地公园={place} Wetland Park; {place}中央公园={place} Central Park
  植物园 | botanical garden | 花园, 花卉园, botanic garden, botanical gardens, garden | {place}植物园={place} Botanical Garden
  动物园 | zoo | 野生动物园, 看动物, zoos, safari park | {place}动物园={place} Zoo; {place}野生动物世界={place} Safari Park
  海洋馆 | aquarium | 水族馆, 海洋公园, 极地海洋世界, ocean park, sea life, oceanarium | {place}海洋馆={place} Aquarium
  游乐园 | amusement park | 游乐场, 主题公园, 主题乐园, 欢乐世界, theme park, funfair, amusement parks | {place}欢乐园={place} Fun Park; 彩虹乐园（{place}）=Rainbow Park, {place}
  水上乐园 | water park | 水世界, waterpark | {place}水上世界={place} Water World
  儿童乐园 | indoor playground | 亲子乐园, 室内游乐场, 淘气堡, 遛娃, 带娃的地方, playground, kids playground, children's playground, soft play, play area | 豆芽儿亲子乐园（{place}店）=Little Sprout Playground, {place}; 跳跳堡（{place}店）=Jumpy Castle, {place}
  海滩 | beach | 沙滩, 海边, 海水浴场, beaches, seaside | {place}海滩={place} Beach
  爬山 | hiking trail | 登山步道, 山, 徒步路线, 绿道, 步道, mountain, hiking, trail, walking trail, hiking trails | {place}登山步道={place} Hiking Trail; {place}绿道={place} Greenway
  湖 | lake | 湖边, 湖泊, 水库, lakes, reservoir | {place}湖={place} Lake
  景点 | tourist attraction | 旅游景点, 风景区, 景区, 名胜古迹, 好玩的地方, 玩的地方, 打卡地, attractions, sights, sightseeing, tourist spot, things to do, tourist attractions, places to visit, scenic spot | {place}风景区={place} Scenic Area; {place}古镇={place} Old Town
  观景台 | viewpoint | 观光塔, 看夜景, 看日出, 看日落, 电视塔, observation deck, lookout, night view, sunset spot | {place}观景台={place} Viewpoint
  古镇 | ancient town | 古城, 老街, 步行街, 历史街区, old town, pedestrian street, old street, walking street | {place}老街={place} Old Street; {place}步行街={place} Pedestrian Street
  博物馆 | museum | 博物院, 历史博物馆, 自然博物馆, 纪念馆, museums, history museum | {place}博物馆={place} Museum
  美术馆 | art museum | 画廊, 艺术馆, 艺术中心, gallery, art gallery, galleries | {place}美术馆={place} Art Museum; 白盒画廊（{place}）=White Box Gallery, {place}
  科技馆 | science museum | 科学馆, 天文馆, 少年宫, science centre, planetarium, science center | {place}科技馆={place} Science Museum
  图书馆 | library | 公共图书馆, 看书的地方, 借书, 阅览室, libraries, public library | {place}图书馆={place} Library
  自习室 | study room | 共享自习室, 学习的地方, 付费自习室, place to study, study space, quiet place to study | 静一自习室（{place}店）=Stillness Study Room, {place}
  书店 | bookshop | 书城, 书吧, 新华书店, bookstore, book store, bookshops | 万卷书店（{place}店）=Ten Thousand Scrolls, {place}; 青鸟书坊（{place}店）=Bluebird Books, {place}
  电影院 | cinema | 影院, 影城, 看电影的地方, movie theater, movie theatre, cinemas, picture house | 星河影城（{place}店）=Starriver Cinema, {place}; 光年影院（{place}店）=Lightyear Cinema, {place}
  剧院 | theatre | 大剧院, 剧场, 音乐厅, theater, concert hall, opera house | {place}大剧院={place} Grand Theatre
  KTV | karaoke | 唱歌的地方, 卡拉ok, 量贩式ktv, 唱k, karaoke bar, ktv place | 麦霸KTV（{place}店）=Micstar KTV, {place}; 欢唱KTV（{place}店）=Joysing KTV, {place}
  酒吧 | bar | 清吧, 小酒馆, 喝酒的地方, 精酿酒吧, 居酒屋, pub, bars, pubs, cocktail bar, wine bar | 夜航酒吧（{place}店）=Night Sail Bar, {place}; 麦浪酒馆（{place}店）=Wheatwave Pub, {place}
  夜店 | nightclub | 迪厅, 蹦迪, 夜总会, club, night club, disco, clubs | 频率俱乐部（{place}）=Frequency Club, {place}
  网吧 | internet café | 网咖, 电竞馆, 上网, internet cafe, cyber cafe, gaming cafe | 像素熊网咖（{place}店）=Pixelbear Internet Café, {place}
  桌游店 | board game café | 桌游吧, 剧本杀店, 狼人杀店, board game cafe, board games place | 方块屋桌游（{place}店）=Cubehouse Board Games, {place}
  密室逃脱 | escape room | 密室, 逃脱游戏, 鬼屋, escape rooms, haunted house | 谜境密室（{place}店）=Riddle Realm Escape Room, {place}
  电玩城 | arcade | 游戏厅, 抓娃娃, 电玩, 街机厅, 娃娃机, game arcade, amusement arcade, claw machine, video arcade | 街机侠电玩城（{place}店）=Arcadeon, {place}
  棋牌室 | mahjong parlour | 麻将馆, 棋牌, 打麻将的地方, 茶楼棋牌, mahjong room, mahjong parlor | 雅聚棋牌（{place}店）=Yaju Mahjong, {place}
  台球厅 | pool hall | 台球室, 桌球馆, 打台球的地方, billiard hall, snooker club, pool tables, billiards | 黑八台球（{place}店）=Black Eight Pool, {place}
  保龄球馆 | bowling alley | 保龄球, 打保龄球, bowling | 全中保龄球（{place}店）=Strike Bowling, {place}
  健身房 | gym | 健身中心, 健身会所, 24小时健身房, 健身的地方, fitness center, fitness centre, gyms, fitness club, health club | 力源健身（{place}店）=Forcewell Gym, {place}; 跃动健身工作室（{place}店）=Yuedong Fitness, {place}
  瑜伽馆 | yoga studio | 瑜伽, 普拉提馆, 练瑜伽的地方, yoga, pilates studio, pilates, yoga class | 莲心瑜伽（{place}馆）=Lotus Heart Yoga, {place}
  舞蹈教室 | dance studio | 舞蹈室, 街舞社, 学跳舞, dance class, dance school | 旋转舞社（{place}店）=Spin Dance Studio, {place}
  游泳馆 | swimming pool | 泳池, 游泳池, 游泳的地方, 室内泳池, pool, swimming pools, indoor pool, place to swim | {place}游泳馆={place} Swimming Pool; 碧波游泳中心（{place}）=Blue Wave Swimming Centre, {place}
  篮球场 | basketball court | 打篮球的地方, 室内篮球馆, basketball courts | {place}篮球场={place} Basketball Court
  足球场 | football pitch | 踢球的地方, 五人足球场, soccer field, football field, football ground | {place}足球场={place} Football Pitch
  羽毛球馆 | badminton hall | 羽毛球场, 打羽毛球的地方, badminton court, badminton courts | 羽力羽毛球馆（{place}店）=Featherforce Badminton, {place}
  网球场 | tennis court | 网球馆, 打网球的地方, tennis courts, tennis club | {place}网球中心={place} Tennis Centre
  乒乓球馆 | table tennis hall | 打乒乓球的地方, ping pong hall, table tennis club | 国球乒乓（{place}馆）=Guoqiu Table Tennis, {place}
  滑冰场 | ice rink | 溜冰场, 真冰场, 滑冰, skating rink, ice skating, ice skating rink | 冰蓝溜冰场（{place}）=Ice Blue Rink, {place}
  滑雪场 | ski resort | 滑雪, 室内滑雪, 雪场, ski slope, skiing, indoor skiing, ski area | {place}滑雪场={place} Ski Resort
  攀岩馆 | climbing gym | 攀岩, 抱石馆, rock climbing, bouldering, climbing wall | 岩点攀岩（{place}馆）=Holdpoint Climbing, {place}
  蹦床公园 | trampoline park | 蹦床馆, trampoline | 弹弹蹦床公园（{place}店）=Bounce Park, {place}
  卡丁车 | karting track | 卡丁车馆, 赛车场, go-kart, go karting, karting | 弯道卡丁车（{place}）=Apex Karting, {place}
  射箭馆 | archery range | 射箭, 射击馆, archery, shooting range | 十环射箭（{place}馆）=Ten Ring Archery, {place}
  高尔夫球场 | golf course | 高尔夫练习场, golf club, driving range | {place}高尔夫俱乐部={place} Golf Club
  马场 | riding club | 骑马, 马术俱乐部, horse riding, horseback riding, stables | 逐风马术（{place}）=Windchase Riding, {place}
  钓鱼场 | fishing pond | 鱼塘, 钓鱼的地方, 垂钓园, fishing spot, place to fish | {place}垂钓园={place} Fishing Pond
  露营地 | campsite | 营地, 露营的地方, 房车营地, 野餐的地方, campground, camping site, picnic spot, place to camp | 野径营地（{place}）=Wildpath Campsite, {place}
  农家乐 | farm stay | 采摘园, 草莓采摘, 果园, 农庄, strawberry picking, orchard, farm, fruit picking | {place}采摘园={place} Picking Farm
  超市 | supermarket | 大超市, 大卖场, 生鲜超市, 买东西的地方, grocery store, supermarkets, grocery, hypermarket | 每日超市（{place}店）=Everyday Supermarket, {place}; 满仓超市（{place}店）=Fullhouse Supermarket, {place}
  便利店 | convenience store | 小卖部, 24小时便利店, 小超市, 杂货店, corner shop, convenience stores, corner store, 24 hour store | 好邻居便利店（{place}店）=Good Neighbour Store, {place}; 二十四小时便利（{place}店）=Round the Clock, {place}
  菜市场 | food market | 农贸市场, 买菜的地方, 早市, 水产市场, wet market, farmers market, fresh market, vegetable market, fish market | {place}菜市场={place} Food Market
  水果店 | fruit shop | 买水果的地方, fruit store, greengrocer | 果园直送（{place}店）=Orchard Direct, {place}
  商场 | shopping mall | 购物中心, 百货商场, 百货, 逛街的地方, 奥特莱斯, 万象城式商场, mall, shopping centre, shopping center, department store, outlet, shopping malls, outlets | {place}广场={place} Plaza; 新都会购物中心（{place}）=New Metro Mall, {place}; {place}百货={place} Department Store
  夜市 | night market | 小吃街, 美食街, 美食广场, food court, food street, night markets, street food market | {place}夜市={place} Night Market; {place}美食街={place} Food Street
  跳蚤市场 | flea market | 二手市场, 古玩市场, 花鸟市场, 旧货市场, antique market, second-hand market, thrift store, second hand shop, charity shop | {place}花鸟市场={place} Flower and Bird Market; {place}旧货市场={place} Flea Market
  服装店 | clothes shop | 买衣服的地方, 服装市场, clothing store, clothes store, boutique | 白桦服饰（{place}店）=Birch Clothing, {place}
  鞋店 | shoe shop | 买鞋的地方, shoe store | 轻步鞋店（{place}店）=Lightstep Shoes, {place}
  眼镜店 | optician | 配眼镜, 配镜, 验光, optical shop, glasses shop, opticians, eyeglasses store | 明镜眼镜（{place}店）=Clearview Opticians, {place}
  手机店 | phone shop | 手机维修, 修手机, 手机营业厅, 换屏, phone store, phone repair, phone repair shop, mobile shop, screen repair | 星尘手机维修（{place}店）=Stardust Phone Repair, {place}
  电脑维修 | computer repair | 修电脑, 电脑店, 电子市场, computer store, electronics store, computer shop, electronics shop | 凌云电脑（{place}店）=Lingyun Computers, {place}
  营业厅 | mobile carrier shop | 移动营业厅, 联通营业厅, 电信营业厅, 办手机卡, carrier store, sim card shop | 通信营业厅（{place}）=Mobile Service Hall, {place}
  五金店 | hardware store | 五金建材, 建材市场, 买工具的地方, hardware shop, diy store, home improvement store | 巧匠五金（{place}店）=Handyman Hardware, {place}
  家具城 | furniture shop | 家居卖场, 家具店, 家居城, furniture store, furniture mall | 原野家居（{place}店）=Wildfield Furniture, {place}
  花店 | florist | 鲜花店, 买花, 买花的地方, flower shop, florists | 花间花艺（{place}店）=Huajian Flowers, {place}
  文具店 | stationery shop | 买文具的地方, stationery store, office supplies store, art supply store | 小墨文具（{place}店）=Little Ink, {place}
  玩具店 | toy shop | 买玩具的地方, toy store | 玩客玩具城（{place}店）=Wanke Toys, {place}
  珠宝店 | jewellery shop | 金店, 首饰店, 买金的地方, jewelry store, jeweller, jeweler, gold shop | 月石珠宝（{place}店）=Moonstone Jewellers, {place}
  母婴店 | baby shop | 母婴用品店, baby store | 豆芽儿母婴（{place}店）=Little Sprout Baby, {place}
  彩票站 | lottery shop | 买彩票, 福利彩票, 体育彩票, lottery, lottery ticket shop | {place}彩票站={place} Lottery Shop
  烟酒店 | tobacco and liquor shop | 买烟, 烟酒行, liquor store, off-licence, wine shop, tobacconist, bottle shop | 老酒坊烟酒（{place}店）=Old Wine Lane, {place}
  打印店 | print shop | 打印, 复印, 复印店, 打印的地方, 文印店, 照片冲印, copy shop, printing shop, photocopy, print, printing | 快印图文（{place}店）=Quickprint, {place}
  照相馆 | photo studio | 拍证件照, 证件照, 写真馆, 照相, photographer, passport photo, id photo, photo shop | 拾光照相馆（{place}店）=Shiguang Photo Studio, {place}
  快递点 | parcel pickup point | 快递站, 驿站, 菜鸟驿站, 寄快递, 取快递, 快递柜, 寄包裹, parcel locker, courier, express delivery, delivery point, parcel shop | 邻里快递驿站（{place}）=Neighbour Parcel Point, {place}
  邮局 | post office | 邮政局, 邮筒, 寄信, post box, post offices, mailbox | {place}邮局={place} Post Office
  派出所 | police station | 公安局, 警察局, 报警, police, police stations | {place}派出所={place} Police Station
  消防站 | fire station | 消防队 | {place}消防站={place} Fire Station
  政务中心 | government service centre | 行政服务中心, 办事大厅, 政务大厅, 社保局, 公积金中心, 税务局, 居委会, government office, city hall, town hall, tax office | {place}政务服务中心={place} Government Services; {place}街道办事处={place} Subdistrict Office
  出入境 | immigration office | 出入境管理局, 办护照, 签证中心, 办签证, visa office, passport office, visa centre, visa center | {place}出入境大厅={place} Exit-Entry Hall
  婚姻登记处 | marriage registry | 民政局, 领证, marriage registration | {place}婚姻登记处={place} Marriage Registry
  大使馆 | embassy | 领事馆, 使馆, consulate, embassies | {place}领事馆={place} Consulate
  法院 | court | 律师事务所, 律所, 公证处, 律师, lawyer, law firm, courthouse, notary | 衡平律师事务所（{place}）=Hengping Law Firm, {place}; {place}公证处={place} Notary
  学校 | school | 小学, 中学, 高中, 初中, schools, primary school, middle school, high school | {place}实验学校={place} Experimental School; {place}小学={place} Primary School
  大学 | university | 高校, 学院, college, universities, campus | {place}大学={place} University
  幼儿园 | kindergarten | 托儿所, 托育, 早教中心, 早教, nursery, daycare, preschool, day care | 月光幼儿园（{place}）=Moonlight Kindergarten, {place}
  培训班 | tutoring centre | 补习班, 培训机构, 英语培训, 画室, 琴行, 兴趣班, tutoring, language school, training centre, music school, piano lessons, tutor | 晨写学堂（{place}校区）=Morning Write School, {place}; 音乐盒子琴行（{place}店）=Musicbox School, {place}
  公共厕所 | public toilet | 厕所, 洗手间, 卫生间, 公厕, 上厕所, wc, toilet, restroom, bathroom, toilets, public restroom, washroom, loo | {place}公共厕所={place} Public Toilet
  母婴室 | nursing room | 哺乳室, 换尿布的地方, baby room, baby changing room, lactation room | {place}母婴室={place} Nursing Room
  饮水点 | drinking water | 直饮水, 接水, water fountain, drinking fountain | {place}直饮水点={place} Drinking Water
  充电宝租借点 | power bank rental | 借充电宝, 租充电宝, rent a power bank, borrow a power bank | 小黄蜂充电宝（{place}）=Bumblebee Power Banks, {place}
  行李寄存 | luggage storage | 寄存行李, 寄存处, 存包, left luggage, luggage lockers, locker, bag storage, baggage storage | {place}行李寄存={place} Left Luggage
  旅游咨询中心 | tourist information | 游客中心, 旅行社, tourist office, tourist information centre, visitor centre, travel agency, travel agent, visitor center | {place}游客中心={place} Visitor Centre
  酒店 | hotel | 宾馆, 旅馆, 住宿, 民宿, 青旅, 招待所, hotels, hostel, guesthouse, inn, place to stay, accommodation, motel | 云栖酒店（{place}店）=Yunqi Hotel, {place}; 拾光民宿（{place}）=Shiguang Homestay, {place}
  餐厅 | restaurant | 饭店, 餐馆, 吃饭的地方, 好吃的, 饭馆, 美食, 食堂, restaurants, place to eat, somewhere to eat, food, diner, canteen, places to eat, good food | 妈妈的味道（{place}店）=Mum's Cooking, {place}; 江南小馆（{place}店）=Jiangnan Bistro, {place}
  火锅店 | hotpot restaurant | 吃火锅的地方, 火锅, hot pot restaurant, hotpot, hot pot | 红锅里火锅（{place}店）=Red Pot Lane, {place}; 巴山老火锅（{place}店）=Bashan Hotpot, {place}
  烧烤店 | barbecue restaurant | 烧烤摊, 烤肉店, 撸串的地方, 大排档, bbq restaurant, barbecue place, bbq place | 大漠串吧（{place}店）=Desert Skewers, {place}
  面馆 | noodle shop | 拉面馆, 吃面的地方, noodle restaurant, ramen shop, noodle house | 大碗面（{place}店）=Big Bowl Noodles, {place}
  早餐店 | breakfast place | 早点摊, 吃早饭的地方, 包子铺, 粥店, breakfast spot, brunch, brunch place, breakfast restaurant | 晨光早餐（{place}店）=Morninglight Breakfast, {place}
  快餐店 | fast food restaurant | 汉堡店, 炸鸡店, fast food, burger place, burger joint, burger restaurant | 牛牛汉堡（{place}店）=Niuniu Burger, {place}
  西餐厅 | western restaurant | 牛排馆, 披萨店, 法餐厅, 意大利餐厅, steakhouse, pizza place, italian restaurant, pizzeria, french restaurant, mexican restaurant | 左岸西餐（{place}店）=Left Bank Bistro, {place}; 石窑披萨（{place}店）=Stone Oven Pizza, {place}
  日料店 | Japanese restaurant | 寿司店, 日本料理店, sushi restaurant, sushi bar, sushi place | 樱之寿司（{place}店）=Sakura Sushi, {place}
  韩餐厅 | Korean restaurant | 韩国料理店, 韩式烤肉店, korean bbq restaurant | 首尔小馆（{place}店）=Little Seoul, {place}
  泰国餐厅 | Thai restaurant | 东南亚餐厅, 越南餐厅, vietnamese restaurant | 泰香阁（{place}店）=Thai Fragrance, {place}
  印度餐厅 | Indian restaurant | 咖喱店, curry house | 恒河咖喱（{place}店）=Ganges Curry, {place}
  素食餐厅 | vegetarian restaurant | 素菜馆, 素食店, 素餐厅, vegan restaurant, vegetarian food, vegan food | 一叶素食（{place}店）=One Leaf Vegetarian, {place}
  清真餐厅 | halal restaurant | 清真, 清真饭店, 新疆菜馆, halal food, halal | 天山人家清真餐厅（{place}店）=Tianshan Halal, {place}
  海鲜餐厅 | seafood restaurant | 海鲜酒楼, 海鲜排档 | 渔家码头（{place}店）=Fisherman's Pier, {place}
  粤菜馆 | Cantonese restaurant | 早茶店, 茶餐厅, 喝早茶的地方, dim sum restaurant, dim sum place, chinese restaurant, 中餐馆 | 粤顺茶楼（{place}店）=Yueshun Tea House, {place}
  自助餐厅 | buffet | 自助餐, 自助, buffet restaurant, all you can eat | 满席自助（{place}店）=Full Table Buffet, {place}
  咖啡馆 | café | 咖啡店, 咖啡厅, 喝咖啡的地方, coffee shop, cafe, coffee shops, coffeehouse, cafes, coffee | 蓝桥咖啡（{place}店）=Blue Bridge Coffee, {place}; 转角咖啡馆（{place}店）=Corner Café, {place}; 慢豆咖啡（{place}店）=Slow Bean Coffee, {place}
  猫咖 | cat café | 猫咖啡馆, 宠物咖啡, 撸猫, 狗咖, cat cafe, dog cafe | 喵屋猫咖（{place}店）=Meow House Cat Café, {place}
  奶茶店 | bubble tea shop | 茶饮店, 喝奶茶的地方, 奶茶, milk tea shop, boba shop, bubble tea, boba place, tea shop | 茶小满（{place}店）=Tea Xiaoman, {place}; 半山茶语（{place}店）=Halfhill Tea, {place}
  茶馆 | teahouse | 茶室, 茶楼, 喝茶的地方, tea house, tea room | 听雨茶馆（{place}）=Listening Rain Teahouse, {place}
  甜品店 | dessert shop | 糖水铺, 冰淇淋店, 甜品, ice cream shop, dessert place, ice cream parlour, ice cream place | 甜野糖水（{place}店）=Sweet Field Desserts, {place}
  面包店 | bakery | 蛋糕店, 烘焙店, 烘焙坊, cake shop, bakeries, pastry shop | 麦田面包房（{place}店）=Wheatfield Bakery, {place}; 云朵蛋糕（{place}店）=Cloud Cakes, {place}
  理发店 | hairdresser | 美发店, 发廊, 剪头发的地方, 剪头发, 理发, hair salon, barber, barbershop, haircut, barber shop, hairdressers | 剪爱美发（{place}店）=Snip Hair, {place}; 老街理发（{place}店）=Old Street Barber, {place}
  美容院 | beauty salon | 美容店, 皮肤管理, 医美, 美甲店, 美睫店, 做指甲的地方, nail salon, beauty parlour, nail bar, beauty spa, facial | 素肌美容（{place}店）=Suji Beauty, {place}; 指尖美甲（{place}店）=Fingertip Nails, {place}
  按摩店 | massage parlour | 推拿店, 足疗店, 足浴, 盲人按摩, 按摩, 养生馆, massage, foot massage, massage place, spa, spas | 松筋堂按摩（{place}店）=Songjin Massage, {place}; 足下生辉足疗（{place}店）=Happy Feet, {place}
  洗浴中心 | bathhouse | 汗蒸馆, 澡堂, 温泉, 桑拿, 洗澡的地方, sauna, hot spring, hot springs, public bath, onsen, bath house | 汤泉洗浴（{place}店）=Tangquan Bathhouse, {place}; {place}温泉={place} Hot Spring
  纹身店 | tattoo studio | 纹身, 穿耳洞, tattoo shop, tattoo, piercing | 墨痕纹身（{place}）=Inkmark Tattoo, {place}
  干洗店 | dry cleaner | 洗衣店, 自助洗衣店, 洗衣服的地方, 洗鞋店, laundry, laundromat, launderette, dry cleaners, dry cleaning, laundry service | 洁净日洗衣（{place}店）=Cleanday Laundry, {place}
  裁缝店 | tailor | 改衣服, 裁缝, 修改衣服, 改裤脚, tailors, alterations, clothing alterations | 巧手裁缝（{place}店）=Deft Hands Tailor, {place}
  修鞋店 | shoe repair | 修鞋, 修鞋摊, 修包, cobbler, shoe repairs | 老皮匠修鞋（{place}）=Old Cobbler, {place}
  配钥匙 | locksmith | 开锁, 换锁, 配钥匙的地方, 开锁公司, key cutting, key copy, locksmiths | 平安开锁配钥匙（{place}）=Ping'an Locksmith, {place}
  修表店 | watch repair | 修手表, 换手表电池, 钟表店, watch shop | 准时钟表（{place}店）=On Time Watches, {place}
  废品回收 | recycling centre | 回收站, 旧衣回收, 垃圾站, 收废品, recycling, recycling bin, recycling center | {place}再生资源回收点={place} Recycling Point
  家政公司 | cleaning service | 家政, 保洁, 保姆, 月嫂, 搬家公司, 搬家, cleaners, housekeeping, moving company, movers, maid service | 洁净家政（{place}店）=Cleanday Home Services, {place}
  房产中介 | estate agent | 租房, 房屋中介, 买房, 中介, real estate agent, letting agent, estate agents, realtor, apartment rental | 安居房产（{place}店）=Anju Estates, {place}
  联合办公 | coworking space | 共享办公, 写字楼, 会议室, co-working space, office space, coworking, meeting room | 方舟联合办公（{place}）=Arkbit Coworking, {place}
  寺庙 | temple | 庙, 佛寺, 道观, 烧香, 拜佛的地方, temples, buddhist temple, shrine | {place}寺={place} Temple
  教堂 | church | 天主教堂, 基督教堂, 礼拜堂, churches, cathedral, chapel | {place}教堂={place} Church
  清真寺 | mosque | 礼拜寺, mosques | {place}清真寺={place} Mosque
  墓园 | cemetery | 陵园, 公墓, 殡仪馆, 烈士陵园, graveyard, funeral home | {place}陵园={place} Cemetery
  养老院 | nursing home | 敬老院, 养老中心, 老年活动中心, care home, retirement home, senior centre | 夕阳红养老院（{place}）=Golden Years Care Home, {place}
  核酸检测点 | testing site | 疫苗接种点, 打疫苗的地方, 打疫苗, 献血站, vaccination site, vaccination clinic, vaccine, blood donation | {place}疫苗接种点={place} Vaccination Site
  避难所 | emergency shelter | 避难场所, 应急避难场所, shelter | {place}应急避难场所={place} Emergency Shelter
  无线网络 | free Wi-Fi | 免费wifi, wifi, 有wifi的地方, free wifi, wi-fi, place with wifi | {place}免费Wi-Fi点={place} Free Wi-Fi
`, 4).map(([zh = "", en = "", names, patterns]) => ({
  zh, en, aliases: readList(names), patterns: readList(patterns, ";").map(readBilingual),
}));
