/** Group deals of shops nearby: Chinese | English | further names | group price | usual price | shops zh=en; ... */
import { readBilingual, readLines, readList } from "./lines.ts";
import type { DealKind } from "./types.ts";

const SPA = "松筋堂（{place}店）=Songjin Massage, {place}; 足下生辉（{place}店）=Happy Feet, {place}; 静水养生馆（{place}店）=Still Water Wellness, {place}";
const HAIR = "剪爱美发（{place}店）=Snip Hair, {place}; 发现造型（{place}店）=Foundhair Styling, {place}; 老街理发（{place}店）=Old Street Barber, {place}";
const BEAUTY = "素肌美容（{place}店）=Suji Beauty, {place}; 花露皮肤管理（{place}店）=Petaldew Skin Studio, {place}; 白茶美学（{place}店）=White Tea Aesthetics, {place}";
const NAILS = "指尖美甲（{place}店）=Fingertip Nails, {place}; 小猫美甲（{place}店）=Kitty Nails, {place}; 睫语美睫（{place}店）=Lash Talk, {place}";
const HOTPOT = "红锅里（{place}店）=Red Pot Lane, {place}; 巴山老火锅（{place}店）=Bashan Hotpot, {place}; 牛小锅（{place}店）=Beef Little Pot, {place}";
const BBQ = "夜猫子烧烤（{place}店）=Night Owl Barbecue, {place}; 炭火青年（{place}店）=Charcoal Youth, {place}; 大漠串吧（{place}店）=Desert Skewers, {place}";
const FOOD = "江南小馆（{place}店）=Jiangnan Bistro, {place}; 妈妈的味道（{place}店）=Mum's Cooking, {place}; 湘江小厨（{place}店）=Xiangjiang Kitchen, {place}";
const WESTERN = "左岸西餐（{place}店）=Left Bank Bistro, {place}; 牧场牛排（{place}店）=Ranch Steakhouse, {place}; 石窑披萨（{place}店）=Stone Oven Pizza, {place}";
const ASIAN = "樱之寿司（{place}店）=Sakura Sushi, {place}; 首尔小馆（{place}店）=Little Seoul, {place}; 曼谷街头（{place}店）=Bangkok Street, {place}";
const CAFE = "蓝桥咖啡（{place}店）=Blue Bridge Coffee, {place}; 云朵蛋糕（{place}店）=Cloud Cakes, {place}; 甜野糖水（{place}店）=Sweet Field Desserts, {place}";
const PLAY = "谜境（{place}店）=Riddle Realm, {place}; 街机侠（{place}店）=Arcadeon, {place}; 方块屋（{place}店）=Cubehouse, {place}";
const KTV = "麦霸KTV（{place}店）=Micstar KTV, {place}; 欢唱KTV（{place}店）=Joysing KTV, {place}";
const BAR = "夜航酒吧（{place}店）=Night Sail Bar, {place}; 麦浪酒馆（{place}店）=Wheatwave Pub, {place}";
const FIT = "力源健身（{place}店）=Forcewell Gym, {place}; 跃动健身（{place}店）=Yuedong Fitness, {place}; 莲心瑜伽（{place}馆）=Lotus Heart Yoga, {place}";
const SPORT = "跃动运动中心（{place}店）=Yuedong Sports Centre, {place}; 碧波运动馆（{place}店）=Blue Wave Sports, {place}";
const KIDS = "豆芽儿亲子乐园（{place}店）=Little Sprout Playground, {place}; 跳跳堡（{place}店）=Jumpy Castle, {place}; 彩虹手工坊（{place}店）=Rainbow Craft Studio, {place}";
const CRAFT = "巧手工坊（{place}店）=Deft Hands Studio, {place}; 青瓷里陶艺（{place}店）=Celadon Lane Pottery, {place}";
const PHOTO = "拾光照相馆（{place}店）=Shiguang Photo Studio, {place}; 光影写真（{place}店）=Lumora Portraits, {place}";
const HEALTH = "白贝壳口腔（{place}店）=White Shell Dental, {place}; 康宁体检（{place}店）=Kangning Check-up, {place}; 明眸眼科（{place}店）=Bright Eye Clinic, {place}";
const PET = "毛球镇宠物（{place}店）=Furtown Pets, {place}; 喵汪宠物（{place}店）=Meowoof Pets, {place}";
const HOME = "洁净家政（{place}店）=Cleanday Home Services, {place}; 安心到家（{place}店）=Anxin Home Services, {place}";
const CAR = "水花洗车（{place}店）=Splash Car Wash, {place}; 车伴汽修（{place}店）=Carmate Garage, {place}";
const TOUR = "{place}游客中心={place} Visitor Centre; 山海旅行（{place}店）=Peak and Sea Travel, {place}";
const LESSON = "晨写学堂（{place}校区）=Morning Write School, {place}; 音乐盒子（{place}店）=Musicbox School, {place}";

export const dealKinds: readonly DealKind[] = readLines(`
  全身按摩60分钟 | full-body massage, 60 min | 按摩, 全身按摩, 推拿, 全身推拿, 按摩套餐, 做个按摩, massage, body massage, full body massage, massages, one hour massage, massage deal | 138 | 268 | ${SPA}
  精油SPA 90分钟 | aromatherapy spa, 90 min | spa, 精油spa, 精油按摩, 水疗, 芳香疗法, 做spa, spa day, oil massage, aromatherapy massage, spa treatment, aromatherapy, spa package | 238 | 468 | ${SPA}
  足疗60分钟 | foot massage, 60 min | 足疗, 足浴, 泡脚, 洗脚, 足底按摩, 足道, foot massage, foot spa, reflexology, foot bath | 98 | 188 | ${SPA}
  泰式按摩90分钟 | Thai massage, 90 min | 泰式按摩, 古法泰式, thai massage | 198 | 388 | ${SPA}
  肩颈按摩40分钟 | neck and shoulder massage, 40 min | 肩颈按摩, 肩颈理疗, 头肩颈, neck massage, shoulder massage, back massage | 79 | 158 | ${SPA}
  盲人按摩60分钟 | blind massage, 60 min | 盲人按摩, 盲人推拿, blind massage | 88 | 148 | ${SPA}
  采耳 | ear cleaning | 掏耳朵, 采耳套餐, ear care, ear picking | 58 | 118 | ${SPA}
  头皮护理 | head spa | 头疗, 洗头按摩, 养发, 头部按摩, 头部spa, head massage, scalp treatment, scalp massage | 88 | 198 | ${SPA}
  艾灸拔罐 | moxibustion and cupping | 艾灸, 拔罐, 刮痧, 中医理疗, 针灸, cupping, moxibustion, gua sha massage, acupuncture | 88 | 168 | ${SPA}
  双人按摩套餐 | couples' massage | 情侣按摩, 双人spa, 情侣spa, 双人按摩, couples massage, couple massage, couple spa, massage for two | 298 | 588 | ${SPA}
  汗蒸门票 | sauna ticket | 汗蒸, 桑拿, 洗浴, 汗蒸房, 洗浴中心, 澡堂, sauna, steam room, bathhouse, bath house, public bath | 89 | 168 | 汤泉洗浴（{place}店）=Tangquan Bathhouse, {place}; 云蒸汗蒸馆（{place}店）=Cloud Sauna, {place}
  温泉门票 | hot spring ticket | 温泉, 泡温泉, 温泉票, 双人温泉, hot spring, hot springs, onsen, thermal bath, hot spring tickets | 128 | 258 | 汤泉谷温泉（{place}）=Tangquan Valley, {place}; {place}温泉={place} Hot Spring
  搓澡 | body scrub | 搓背, 东北搓澡, korean scrub, exfoliation | 49 | 98 | 汤泉洗浴（{place}店）=Tangquan Bathhouse, {place}
  产后修复 | postnatal recovery | 产后恢复, 月子按摩, postpartum care, prenatal massage, 孕妇按摩 | 199 | 598 | ${SPA}
  洗剪吹 | wash, cut and blow-dry | 剪头发, 理发, 剪发, 洗剪吹套餐, 男士理发, 女士剪发, 剪头, haircut, hair cut, men's haircut, women's haircut, hairdresser, barber, wash and cut, trim, haircuts | 48 | 98 | ${HAIR}
  烫发 | perm | 烫头, 烫头发, 烫染套餐, 大波浪, hair perm, perms | 198 | 498 | ${HAIR}
  染发 | hair colouring | 染头发, 漂染, 染发套餐, 挑染, hair dye, hair color, hair colour, hair coloring, highlights | 168 | 428 | ${HAIR}
  头发护理 | hair treatment | 发膜护理, 柔顺, 拉直, 头发柔顺, hair straightening, keratin treatment, hair care | 128 | 328 | ${HAIR}
  接发 | hair extensions | 编发, 脏辫, 盘发, 新娘造型, hair braiding, braids, hair styling, updo | 298 | 698 | ${HAIR}
  儿童理发 | children's haircut | 宝宝理发, 小孩剪头发, kids haircut, children haircut, baby haircut | 38 | 68 | ${HAIR}
  美甲 | manicure | 做指甲, 做美甲, 指甲, 光疗美甲, 纯色美甲, 美甲套餐, nails, gel nails, nail art, gel manicure, nail salon, manicure deal | 88 | 198 | ${NAILS}
  足部美甲 | pedicure | 脚部美甲, 修脚, 足部护理, mani-pedi, manicure and pedicure, pedicures | 98 | 208 | ${NAILS}
  美睫 | eyelash extensions | 种睫毛, 接睫毛, 嫁接睫毛, 睫毛, lash extensions, eyelashes, lashes | 128 | 298 | ${NAILS}
  纹眉 | eyebrow shaping | 修眉, 半永久眉, 绣眉, 纹绣, eyebrows, microblading, brow shaping, eyebrow tattoo, brows | 298 | 880 | ${NAILS}
  面部护理 | facial | 皮肤管理, 做脸, 补水护理, 美容, 小气泡, 面部清洁, 脸部护理, 深层清洁, facial treatment, facials, skin care treatment, hydrafacial, beauty treatment, deep cleansing facial | 128 | 398 | ${BEAUTY}
  祛痘护理 | acne treatment | 祛痘, 清痘, acne facial | 168 | 458 | ${BEAUTY}
  光子嫩肤 | photo facial | 医美, 嫩肤, 水光针, 热玛吉, laser treatment, ipl, cosmetic treatment, botox | 498 | 1280 | ${BEAUTY}
  脱毛 | hair removal | 激光脱毛, 冰点脱毛, 腋下脱毛, waxing, laser hair removal, wax, bikini wax | 99 | 398 | ${BEAUTY}
  化妆造型 | make-up session | 化妆, 新娘妆, 年会妆造, 妆造, makeup, make-up, makeup artist, bridal makeup | 198 | 398 | ${BEAUTY}
  美白护理 | skin brightening | 美白, 淡斑, whitening facial | 198 | 498 | ${BEAUTY}
  减脂塑形 | body contouring | 减肥, 瘦身, 塑形, 减肥套餐, slimming, weight loss | 298 | 880 | ${BEAUTY}
  纹身 | tattoo | 小图纹身, 刺青, tattoos, small tattoo | 300 | 600 | 墨痕纹身（{place}）=Inkmark Tattoo, {place}
  美黑 | tanning session | 日光浴, tanning, tan, spray tan | 98 | 198 | ${BEAUTY}
  双人火锅套餐 | hotpot set for two | 火锅, 火锅套餐, 2人火锅, 火锅双人餐, 两人火锅, hotpot, hot pot, hotpot deal, hotpot for two, hot pot for two, hotpot set | 128 | 228 | ${HOTPOT}
  四人火锅套餐 | hotpot set for four | 4人火锅, 火锅四人餐, hotpot for four, hot pot for four, family hotpot | 238 | 428 | ${HOTPOT}
  六人火锅套餐 | hotpot set for six | 6人火锅, 多人火锅, hotpot for six | 338 | 628 | ${HOTPOT}
  单人小火锅 | hotpot set for one | 一人火锅, 小火锅, 单人火锅, hotpot for one, mini hotpot | 49 | 88 | ${HOTPOT}
  潮汕牛肉火锅套餐 | Chaoshan beef hotpot set | 牛肉火锅, 潮汕火锅, beef hotpot | 158 | 298 | ${HOTPOT}
  铜锅涮肉套餐 | copper pot lamb set | 涮羊肉, 铜锅涮肉, 老北京涮肉, lamb hotpot | 148 | 268 | ${HOTPOT}
  串串香套餐 | skewer hotpot set | 串串香, 串串, 冷锅串串, chuanchuan | 78 | 138 | ${HOTPOT}
  酸菜鱼套餐 | pickled fish set | 酸菜鱼, 双人酸菜鱼, pickled fish | 88 | 158 | ${FOOD}
  烤鱼双人套餐 | grilled fish set for two | 烤鱼, 烤鱼套餐, grilled fish, grilled fish for two | 98 | 188 | ${FOOD}
  小龙虾套餐 | crayfish set | 小龙虾, 龙虾套餐, crayfish, crawfish | 128 | 238 | ${BBQ}
  烧烤双人套餐 | barbecue set for two | 烧烤, 烧烤套餐, 撸串, 烤串套餐, 双人烧烤, barbecue, bbq, bbq set, bbq for two, barbecue deal, skewers | 98 | 188 | ${BBQ}
  烧烤四人套餐 | barbecue set for four | 四人烧烤, 多人烧烤, bbq for four, group barbecue | 198 | 368 | ${BBQ}
  烤肉双人套餐 | grilled meat set for two | 烤肉, 韩式烤肉, 双人烤肉, 日式烧肉, 烤肉套餐, korean bbq, korean barbecue, grilled meat, yakiniku | 138 | 268 | ${ASIAN}
  烤肉自助 | all-you-can-eat grill | 自助烤肉, 烤肉自助餐, all you can eat bbq, bbq buffet | 88 | 138 | ${BBQ}
  自助餐 | buffet | 自助, 自助餐券, 单人自助餐, 海鲜自助, 酒店自助餐, 自助晚餐, 自助午餐, buffets, seafood buffet, lunch buffet, dinner buffet, all you can eat, hotel buffet | 168 | 298 | 满席自助（{place}店）=Full Table Buffet, {place}; 云栖大酒店自助餐厅（{place}）=Yunqi Grand Buffet, {place}
  双人自助餐 | buffet for two | 两人自助, buffet for 2 | 318 | 568 | 满席自助（{place}店）=Full Table Buffet, {place}; 云栖大酒店自助餐厅（{place}）=Yunqi Grand Buffet, {place}
  海鲜大餐 | seafood feast | 海鲜套餐, 海鲜, 海鲜双人餐, seafood, seafood set, seafood dinner | 268 | 498 | 渔家码头（{place}店）=Fisherman's Pier, {place}; 蟹将军（{place}店）=General Crab, {place}
  大闸蟹套餐 | hairy crab set | 大闸蟹, 螃蟹, hairy crab, crab | 198 | 368 | 蟹将军（{place}店）=General Crab, {place}
  家常菜双人套餐 | home-style dinner for two | 中餐, 中餐双人, 家常菜, 两人餐, 双人餐, 聚餐, 晚餐套餐, 吃饭, chinese dinner, dinner for two, dinner deal, chinese food, set dinner, restaurant deal, meal for two, dinner | 98 | 178 | ${FOOD}
  家庭聚餐六人套餐 | family dinner for six | 聚餐套餐, 六人餐, 八人餐, 圆桌套餐, 四人餐, 家庭聚餐, 年夜饭, 生日宴, family dinner, dinner for four, group dinner, dinner for six, meal for four | 398 | 688 | ${FOOD}
  工作日午餐 | weekday lunch set | 午餐, 午市套餐, 单人午餐, 午餐套餐, 单人餐, 一人食, lunch, lunch deal, set lunch, lunch set, business lunch, meal for one | 38 | 68 | ${FOOD}
  川菜双人套餐 | Sichuan dinner for two | 川菜, 川菜套餐, sichuan food, sichuan | 108 | 198 | ${FOOD}
  湘菜双人套餐 | Hunan dinner for two | 湘菜, 湘菜套餐, hunan food | 108 | 198 | ${FOOD}
  粤式早茶双人套餐 | dim sum for two | 早茶, 粤式早茶, 点心, 广式早茶, 茶点, dim sum, yum cha, dimsum | 118 | 208 | 粤顺茶楼（{place}店）=Yueshun Tea House, {place}; 点点心意（{place}店）=Dim Dim Sum, {place}
  北京烤鸭套餐 | Peking duck set | 烤鸭, 烤鸭套餐, 北京烤鸭, peking duck, roast duck, duck | 168 | 298 | 前门烤鸭（{place}店）=Qianmen Roast Duck, {place}
  牛排双人套餐 | steak dinner for two | 牛排, 西餐, 西餐双人, 牛排套餐, 情侣西餐, 西餐双人餐, 浪漫晚餐, steak, steak dinner, steakhouse, western dinner, romantic dinner, candlelight dinner, 烛光晚餐, steak for two, western food | 168 | 328 | ${WESTERN}
  披萨套餐 | pizza set | 披萨, 双人披萨, 比萨, pizza, pizza deal, pizza for two, pizzas | 88 | 158 | ${WESTERN}
  汉堡套餐 | burger set | 汉堡, 汉堡双人餐, 炸鸡套餐, 炸鸡, burger, burgers, burger deal, fried chicken | 39 | 72 | ${WESTERN}
  早午餐 | brunch | brunch双人, 早午餐套餐, brunch for two, brunch deal | 88 | 148 | ${WESTERN}
  日料双人套餐 | Japanese set for two | 日料, 日料套餐, 日本料理, 居酒屋套餐, japanese food, japanese dinner, japanese restaurant | 168 | 328 | ${ASIAN}
  寿司拼盘套餐 | sushi platter | 寿司, 寿司套餐, 刺身拼盘, sushi, sushi set, sashimi, sushi deal | 98 | 188 | ${ASIAN}
  日料放题 | all-you-can-eat Japanese | 放题, 日料自助, 寿司自助, sushi buffet, all you can eat sushi | 238 | 398 | ${ASIAN}
  拉面套餐 | ramen set | 拉面, 面条套餐, 牛肉面套餐, ramen, noodles, noodle set | 38 | 62 | ${ASIAN}
  韩餐双人套餐 | Korean set for two | 韩餐, 韩国料理, 部队锅套餐, korean food, korean | 108 | 198 | ${ASIAN}
  泰餐双人套餐 | Thai set for two | 泰国菜, 泰餐, 东南亚菜, 越南菜, thai food, thai, vietnamese food | 138 | 258 | ${ASIAN}
  印度菜双人套餐 | Indian set for two | 印度菜, 咖喱套餐, indian food, curry, indian | 128 | 238 | 恒河咖喱（{place}店）=Ganges Curry, {place}
  素食套餐 | vegetarian set | 素食, 素食自助, 素斋, vegetarian, vegan, vegetarian buffet, vegan set | 68 | 118 | 一叶素食（{place}店）=One Leaf Vegetarian, {place}
  下午茶双人套餐 | afternoon tea for two | 下午茶, 双人下午茶, 英式下午茶, 下午茶套餐, afternoon tea, high tea, tea for two | 128 | 258 | ${CAFE}
  咖啡券 | coffee voucher | 咖啡, 拿铁券, 咖啡双杯, 咖啡代金券, coffee, coffees, latte, coffee deal, coffee vouchers | 16 | 32 | ${CAFE}
  奶茶双杯 | two milk teas | 奶茶, 奶茶券, 奶茶套餐, 喝奶茶, milk tea, bubble tea, boba, bubble tea deal | 22 | 38 | 茶小满（{place}店）=Tea Xiaoman, {place}; 半山茶语（{place}店）=Halfhill Tea, {place}
  生日蛋糕6寸 | birthday cake, 6 inch | 生日蛋糕, 蛋糕, 6寸蛋糕, 蛋糕券, cake, birthday cake, cakes | 128 | 238 | ${CAFE}
  生日蛋糕8寸 | birthday cake, 8 inch | 8寸蛋糕, 大蛋糕, large birthday cake | 188 | 328 | ${CAFE}
  甜品双人套餐 | desserts for two | 甜品, 糖水, 甜品套餐, 冰淇淋, dessert, desserts, ice cream, gelato | 48 | 88 | ${CAFE}
  面包代金券 | bakery voucher | 面包, 烘焙券, 面包券, bakery, bread | 40 | 50 | ${CAFE}
  早餐套餐 | breakfast set | 早餐, 早点, breakfast, breakfast deal | 12 | 22 | 晨光早餐（{place}店）=Morninglight Breakfast, {place}
  茶馆包间 | teahouse private room | 喝茶, 茶馆, 茶室, 品茶, 茶艺, teahouse, tea room, tea tasting, tea house, tea ceremony | 128 | 238 | 听雨茶馆（{place}）=Listening Rain Teahouse, {place}
  KTV三小时 | KTV, 3 hours | ktv, 唱歌, k歌, 唱k, ktv套餐, 卡拉ok, ktv包厢, ktv欢唱, karaoke, karaoke room, singing, karaoke night, karaoke deal | 98 | 268 | ${KTV}
  KTV通宵畅唱 | KTV, all night | 通宵ktv, ktv通宵, 夜场ktv, karaoke all night | 168 | 398 | ${KTV}
  酒吧双人套餐 | bar set for two | 酒吧, 喝酒, 清吧, 小酒馆, 酒水套餐, bar, drinks, cocktails, bar deal, pub, cocktails for two, cocktail | 128 | 258 | ${BAR}
  精酿畅饮 | craft beer, all you can drink | 精酿, 啤酒畅饮, 精酿啤酒, 啤酒, craft beer, beer, beer deal, free flow beer | 98 | 198 | ${BAR}
  派对包场 | party venue | 轰趴, 派对, 轰趴馆, 别墅轰趴, 聚会场地, 生日派对, 团建, 公司团建, party house, party, birthday party, team building, party room | 880 | 1580 | 方块屋派对馆（{place}店）=Cubehouse Party, {place}
  密室逃脱 | escape room | 密室, 恐怖密室, 沉浸式密室, 逃脱, 鬼屋, escape game, escape rooms, haunted house, escape room for two | 98 | 188 | ${PLAY}
  剧本杀 | murder mystery game | 剧本杀拼车, 狼人杀, 剧本杀门票, larp, murder mystery, role-playing game, mystery game | 98 | 168 | ${PLAY}
  桌游畅玩 | board games, all day | 桌游, 桌游吧, 玩桌游, board games, board game cafe, board game café, board game | 39 | 68 | ${PLAY}
  电玩城100币 | arcade, 100 tokens | 电玩城, 游戏币, 抓娃娃, 电玩币, 街机, 夹娃娃, arcade, arcade tokens, claw machine, game tokens, arcade games | 59 | 100 | ${PLAY}
  网咖五小时 | internet café, 5 hours | 网吧, 上网, 网咖, 包夜, 电竞馆上网, internet cafe, internet café, gaming cafe | 25 | 45 | 像素熊网咖（{place}店）=Pixelbear Internet Café, {place}
  VR体验 | VR experience | vr, vr体验馆, vr游戏, 虚拟现实, vr game, vr games, virtual reality | 68 | 138 | ${PLAY}
  蹦床公园 | trampoline park | 蹦床, 蹦床馆, 蹦床票, trampoline, trampolines, trampoline ticket | 58 | 98 | 弹弹蹦床公园（{place}店）=Bounce Park, {place}
  保龄球 | bowling | 打保龄球, 保龄球两局, bowling game, bowling alley | 49 | 88 | 全中保龄球（{place}店）=Strike Bowling, {place}
  台球两小时 | pool table, 2 hours | 台球, 桌球, 打台球, 斯诺克, pool, billiards, snooker, pool table | 38 | 76 | 黑八台球（{place}店）=Black Eight Pool, {place}
  棋牌包间四小时 | mahjong room, 4 hours | 棋牌室, 麻将, 打麻将, 麻将室, 棋牌, 自助棋牌, mahjong, mahjong room | 58 | 98 | 雅聚棋牌（{place}店）=Yaju Mahjong, {place}
  卡丁车 | go-karting | 卡丁车体验, 开卡丁车, 赛车, karting, go kart, go-kart, go-karts, racing | 88 | 158 | 弯道卡丁车（{place}）=Apex Karting, {place}
  真人CS | laser tag | 彩弹射击, 真人cs体验, 激光枪战, 水弹, paintball, laser quest | 88 | 158 | ${PLAY}
  射箭体验 | archery | 射箭, 射箭馆, archery session, bow and arrow | 49 | 98 | 十环射箭（{place}馆）=Ten Ring Archery, {place}
  射击体验 | shooting range | 射击, 打靶, 实弹射击, shooting | 168 | 298 | 十环射击馆（{place}）=Ten Ring Range, {place}
  攀岩体验 | rock climbing | 攀岩, 抱石, 攀岩馆, climbing, bouldering, indoor climbing | 88 | 158 | 岩点攀岩（{place}馆）=Holdpoint Climbing, {place}
  滑冰票 | ice skating | 滑冰, 溜冰, 真冰, 冰场, ice rink, skating, ice skating ticket | 68 | 118 | 冰蓝溜冰场（{place}）=Ice Blue Rink, {place}
  轮滑体验 | roller skating | 轮滑, 旱冰, rollerskating, roller rink | 39 | 68 | ${SPORT}
  滑雪票 | ski pass | 滑雪, 滑雪门票, 室内滑雪, 滑雪场, 滑雪课, skiing, ski, ski ticket, snowboarding, indoor skiing, ski lesson, lift pass | 198 | 358 | 雪川滑雪场（{place}）=Snowriver Ski, {place}
  冲浪体验 | surfing | 冲浪, 尾波冲浪, 桨板, surf lesson, wakeboarding, paddle boarding, surf | 198 | 398 | ${SPORT}
  潜水体验 | scuba diving | 潜水, 浮潜, diving, snorkelling, snorkeling | 298 | 580 | ${SPORT}
  骑马体验 | horse riding | 骑马, 马术课, 马场, 马术, horseback riding, riding lesson, horse ride | 128 | 238 | 逐风马术（{place}）=Windchase Riding, {place}
  高尔夫练习 | golf driving range | 高尔夫, 打高尔夫, golf, driving range, golf lesson, mini golf | 99 | 198 | {place}高尔夫俱乐部={place} Golf Club
  健身单次卡 | gym day pass | 健身, 健身房, 健身次卡, 健身体验, 单次健身, 健身房体验, gym, gym pass, day pass, gym day, fitness, workout | 29 | 80 | ${FIT}
  健身月卡 | gym membership, 1 month | 健身卡, 健身房月卡, 月卡, gym membership, monthly gym pass, gym month, gym card | 168 | 398 | ${FIT}
  私教课 | personal training | 私教, 私教体验课, 健身教练, 减脂私教, personal trainer, pt session, trainer | 99 | 300 | ${FIT}
  瑜伽体验课 | yoga class | 瑜伽, 瑜伽课, 练瑜伽, 空中瑜伽, yoga, yoga lesson, hot yoga, aerial yoga, yoga classes | 39 | 98 | ${FIT}
  普拉提体验课 | pilates class | 普拉提, 普拉提课, 核心床, pilates, reformer pilates | 99 | 260 | ${FIT}
  舞蹈体验课 | dance class | 舞蹈课, 街舞课, 爵士舞, 学跳舞, 拉丁舞, 肚皮舞, dance, dance lesson, hip hop class, salsa class, dance classes, zumba | 39 | 98 | 旋转舞社（{place}店）=Spin Dance Studio, {place}
  拳击体验课 | boxing class | 拳击, 搏击课, 泰拳, 搏击, 跆拳道体验, boxing, kickboxing, muay thai, taekwondo, martial arts class | 49 | 128 | ${FIT}
  动感单车课 | spinning class | 动感单车, 单车课, spinning, spin class, indoor cycling | 39 | 88 | ${FIT}
  游泳票 | swimming ticket | 游泳, 游泳馆, 游泳单次, 泳池门票, 游泳次卡, 恒温泳池, swimming, swim, swimming pool, pool ticket, swim pass, swimming pool pass | 35 | 68 | ${SPORT}
  游泳课 | swimming lessons | 学游泳, 游泳教练, 游泳培训, 儿童游泳课, swimming lesson, swim lesson, learn to swim, swim class | 599 | 1280 | ${SPORT}
  羽毛球场一小时 | badminton court, 1 hour | 羽毛球, 羽毛球场, 打羽毛球, 羽毛球馆, badminton, badminton court | 39 | 70 | 羽力羽毛球馆（{place}店）=Featherforce Badminton, {place}
  篮球场一小时 | basketball court, 1 hour | 篮球场, 打篮球, 篮球馆, basketball, basketball court | 99 | 180 | ${SPORT}
  足球场两小时 | football pitch, 2 hours | 足球场, 踢足球, football pitch, soccer field, football | 299 | 500 | ${SPORT}
  网球场一小时 | tennis court, 1 hour | 网球, 网球场, 打网球, 网球课, tennis, tennis court, tennis lesson | 69 | 128 | ${SPORT}
  乒乓球一小时 | table tennis, 1 hour | 乒乓球, 打乒乓球, table tennis, ping pong | 25 | 45 | ${SPORT}
  儿童乐园门票 | indoor playground ticket | 儿童乐园, 亲子乐园, 淘气堡, 遛娃, 亲子, 室内乐园, 亲子门票, 儿童游乐场, indoor playground, kids playground, playground, soft play, kids, children's playground, play centre | 58 | 128 | ${KIDS}
  亲子手工 | parent and child crafts | 儿童手工, 亲子diy, 手工体验, 儿童陶艺, kids crafts, craft class for kids, kids activity, family activity | 59 | 128 | ${KIDS}
  儿童摄影 | children's photo shoot | 儿童写真, 宝宝照, 百天照, 周岁照, 亲子照, kids photo, baby photos, baby photoshoot, children's photos, family photos, 全家福, newborn photos | 399 | 1280 | ${PHOTO}
  婴儿游泳 | baby swimming | 宝宝游泳, 婴儿洗澡, 宝宝洗浴, baby swim, baby spa | 58 | 138 | ${KIDS}
  早教体验课 | early learning class | 早教, 早教课, 宝宝早教, early education, toddler class, baby class | 49 | 298 | ${KIDS}
  乐高课 | Lego class | 乐高, 编程课, 机器人编程, 少儿编程, lego, coding class, robotics class, kids coding | 59 | 258 | ${LESSON}
  陶艺体验 | pottery class | 陶艺, 做陶艺, 拉坯, 陶艺馆, pottery, ceramics, pottery workshop, ceramics class | 98 | 198 | ${CRAFT}
  手工DIY体验 | craft workshop | diy, 手工, 手工坊, 银饰diy, 做戒指, 情侣diy, 簇绒, 掐丝珐琅, workshop, craft class, crafts, diy workshop, tufting, silver ring workshop | 128 | 238 | ${CRAFT}
  油画体验 | painting class | 画画, 油画, 画室体验, 绘画, 油画diy, 学画画, painting, art class, paint and sip, drawing class, painting workshop | 68 | 138 | ${CRAFT}
  烘焙课 | baking class | 烘焙diy, 做蛋糕, 烘焙体验, 蛋糕diy, 烘焙, 厨艺课, baking, cooking class, cooking lesson, cake making, baking workshop | 128 | 258 | ${CRAFT}
  花艺课 | flower arranging class | 插花, 花艺, 插花课, flower arranging, floristry, flower workshop | 168 | 328 | ${CRAFT}
  香水DIY | perfume workshop | 调香, 调香水, 香薰蜡烛diy, perfume making, candle making, perfume | 158 | 298 | ${CRAFT}
  汉服体验 | hanfu experience | 汉服, 汉服租赁, 汉服妆造, 旗袍体验, 汉服写真, hanfu, hanfu rental, kimono, costume rental | 158 | 328 | ${PHOTO}
  个人写真 | portrait photo shoot | 写真, 拍写真, 艺术照, 拍照, 闺蜜照, 古风写真, photo shoot, photoshoot, portrait, photography, photographer, portraits | 299 | 980 | ${PHOTO}
  证件照 | ID photo | 拍证件照, 最美证件照, 简历照, 签证照, 形象照, id photos, passport photo, passport photos, headshot | 39 | 88 | ${PHOTO}
  婚纱照 | wedding photos | 婚纱摄影, 拍婚纱照, 旅拍, 情侣写真, wedding photo, wedding photography, wedding photoshoot, couple photoshoot | 2999 | 5999 | ${PHOTO}
  结婚登记照 | marriage registration photo | 结婚照登记, 领证照, 登记照, marriage photo, registration photos | 99 | 268 | ${PHOTO}
  自助拍照 | photo booth | 大头贴, 自拍馆, 大头贴机, self photo studio, photobooth | 49 | 98 | ${PHOTO}
  洗牙 | teeth cleaning | 洁牙, 超声波洗牙, 洗牙套餐, 口腔检查, 看牙, dental cleaning, dentist, teeth clean, dental check-up, scale and polish | 79 | 298 | ${HEALTH}
  牙齿美白 | teeth whitening | 美白牙齿, 冷光美白, whitening teeth, tooth whitening | 398 | 1280 | ${HEALTH}
  补牙 | filling | 拔牙, 补牙套餐, 种牙, 牙套, 牙齿矫正, 正畸, dental filling, tooth extraction, braces, dental implant | 199 | 398 | ${HEALTH}
  体检套餐 | health check-up | 体检, 全身体检, 入职体检, 老人体检, 父母体检, 健康检查, check-up, health check, medical check-up, physical exam, physical | 299 | 799 | ${HEALTH}
  配眼镜 | prescription glasses | 验光配镜, 眼镜, 验光, 近视眼镜, 配镜, glasses, eye test, eyeglasses, eye exam, spectacles | 199 | 498 | ${HEALTH}
  HPV疫苗 | HPV vaccine | 九价疫苗, 流感疫苗, 疫苗, 打疫苗, flu shot, flu vaccine, vaccine, vaccination | 1298 | 1398 | ${HEALTH}
  心理咨询 | counselling session | 心理, 心理医生, 情感咨询, counseling, therapy, therapist, counselling, psychologist | 198 | 500 | 静一心理（{place}）=Stillness Counselling, {place}
  宠物洗澡 | pet grooming, bath | 洗狗, 给狗洗澡, 给猫洗澡, 猫洗澡, 狗洗澡, 宠物洗护, 狗狗洗澡, pet bath, dog grooming, dog bath, cat grooming, pet grooming, dog wash, dog groomer | 59 | 108 | ${PET}
  宠物美容 | pet grooming, full | 狗美容, 宠物造型, 狗狗剪毛, 剪毛, full pet grooming, dog haircut | 128 | 238 | ${PET}
  宠物寄养 | pet boarding, per day | 狗寄养, 猫寄养, 寄养, 宠物酒店, 上门喂猫, pet boarding, pet hotel, dog boarding, cat sitting, dog sitting, pet sitting, dog walking, 遛狗 | 68 | 118 | ${PET}
  宠物绝育 | pet neutering | 猫绝育, 狗绝育, 绝育, spay, neuter, spaying, cat neutering | 398 | 898 | ${PET}
  宠物体检疫苗 | pet check-up and vaccine | 宠物疫苗, 猫三联, 狗疫苗, 宠物体检, pet vaccine, pet vaccination, vet check, dog vaccine | 128 | 258 | ${PET}
  猫咖门票 | cat café ticket | 猫咖, 撸猫, 宠物咖啡馆, 萌宠乐园, 狗咖, cat cafe, cat café, dog cafe, petting zoo | 49 | 78 | 喵屋猫咖（{place}店）=Meow House Cat Café, {place}
  家庭保洁三小时 | home cleaning, 3 hours | 保洁, 家政, 打扫卫生, 日常保洁, 钟点工, 打扫, 保洁阿姨, 家政保洁, home cleaning, cleaning, house cleaning, cleaner, cleaning service, maid, apartment cleaning | 119 | 198 | ${HOME}
  深度保洁 | deep cleaning | 大扫除, 开荒保洁, 全屋保洁, 深度清洁, deep clean, spring cleaning, end of tenancy cleaning, move-out cleaning | 399 | 698 | ${HOME}
  空调清洗 | air conditioner cleaning | 洗空调, 清洗空调, ac cleaning, air con cleaning, aircon cleaning, clean air conditioner | 79 | 138 | ${HOME}
  油烟机清洗 | range hood cleaning | 清洗油烟机, 洗油烟机, 抽油烟机清洗, kitchen hood cleaning | 99 | 188 | ${HOME}
  洗衣机清洗 | washing machine cleaning | 清洗洗衣机, 冰箱清洗, 家电清洗, 热水器清洗, appliance cleaning, fridge cleaning | 79 | 138 | ${HOME}
  沙发清洗 | sofa cleaning | 地毯清洗, 窗帘清洗, 床垫除螨, 除螨, carpet cleaning, mattress cleaning, upholstery cleaning, curtain cleaning | 128 | 258 | ${HOME}
  擦玻璃 | window cleaning | 擦窗户, 玻璃清洗, windows cleaning, window washing | 89 | 168 | ${HOME}
  搬家 | moving service | 搬家公司, 小型搬家, 搬家服务, 货车搬家, movers, moving, house moving, removals, moving company | 299 | 498 | ${HOME}
  管道疏通 | drain unblocking | 通下水道, 疏通马桶, 马桶疏通, 水管维修, plumber, plumbing, unclog drain, blocked toilet | 79 | 158 | ${HOME}
  家电维修 | appliance repair | 修空调, 修洗衣机, 修冰箱, 电器维修, 修热水器, 修电视, ac repair, washing machine repair, fridge repair, handyman, electrician, 电工, 水电维修 | 59 | 120 | ${HOME}
  手机维修 | phone repair | 换屏, 手机换屏, 换电池, 修手机, 手机换电池, screen repair, phone screen repair, battery replacement, phone screen replacement | 129 | 258 | 星尘手机维修（{place}店）=Stardust Phone Repair, {place}
  电脑维修 | computer repair | 修电脑, 装系统, 电脑清灰, 笔记本维修, laptop repair, pc repair, fix computer | 79 | 158 | 凌云电脑（{place}店）=Lingyun Computers, {place}
  开锁换锁 | locksmith | 开锁, 换锁, 配钥匙, 换锁芯, lock change, key cutting, unlock door | 99 | 180 | 平安开锁（{place}）=Ping'an Locksmith, {place}
  除甲醛 | formaldehyde removal | 甲醛检测, 甲醛治理, formaldehyde test, air quality test | 399 | 898 | ${HOME}
  灭蟑螂 | pest control | 除虫, 灭鼠, 杀虫, 灭蟑, 除蟑螂, exterminator, cockroach control, pest removal | 129 | 258 | ${HOME}
  洗衣服务 | laundry service | 洗衣, 干洗, 洗衣店, 洗羽绒服, 干洗衣服, 洗被子, laundry, dry cleaning, dry clean, wash clothes, dry cleaner | 39 | 78 | 洁净日洗衣（{place}店）=Cleanday Laundry, {place}
  洗鞋 | shoe cleaning | 洗鞋店, 球鞋清洗, 奢侈品护理, 洗球鞋, sneaker cleaning, bag cleaning, shoe care | 19 | 38 | 洁净日洗衣（{place}店）=Cleanday Laundry, {place}
  月嫂 | maternity nurse | 育儿嫂, 保姆, 住家保姆, 月子中心, 护工, 带孩子阿姨, nanny, babysitter, postnatal nurse, caregiver | 380 | 580 | ${HOME}
  上门做饭 | private chef | 上门厨师, 做饭阿姨, 私厨, chef at home, home chef, cook | 88 | 168 | ${HOME}
  洗车 | car wash | 精洗车, 普洗, 精致洗车, 洗车套餐, 洗车券, car washing, car cleaning, wash my car, car wash deal | 25 | 50 | ${CAR}
  汽车保养 | car service | 小保养, 机油保养, 换机油, 保养, 汽车小保养, oil change, car maintenance, car servicing | 199 | 398 | ${CAR}
  汽车贴膜 | car window tinting | 车膜, 贴车膜, 改色膜, 隐形车衣, window tint, car wrap, paint protection film | 599 | 1580 | ${CAR}
  内饰清洗 | car interior cleaning | 打蜡, 汽车打蜡, 镀膜, 镀晶, 车内清洗, car detailing, car waxing, interior detailing | 168 | 358 | ${CAR}
  轮胎更换 | tyre change | 换轮胎, 补胎, 四轮定位, 动平衡, tire change, tyre repair, puncture repair, wheel alignment | 39 | 80 | ${CAR}
  代驾券 | designated driver voucher | 代驾, 叫代驾, 代驾服务, designated driver, chauffeur, drive me home | 39 | 60 | ${CAR}
  驾校学车 | driving lessons | 驾校, 学车, 考驾照, 陪驾, 陪练, 学开车, driving school, learn to drive, driving lesson | 2680 | 3680 | 稳稳驾校（{place}校区）=Steady Driving School, {place}
  游船票 | boat cruise ticket | 游船, 夜游, 坐船, 游轮, 手划船, 观光船, cruise, boat ride, boat tour, river cruise, sightseeing boat, boat trip | 68 | 128 | ${TOUR}
  景点门票 | attraction ticket | 门票, 景区门票, 景点票, 旅游景点, 观光票, attraction tickets, sightseeing ticket, admission ticket, entrance ticket, tickets to attraction | 68 | 120 | ${TOUR}
  动物园门票 | zoo ticket | 动物园, 野生动物园, 动物园票, zoo, zoo tickets, safari park, safari | 98 | 160 | {place}动物园={place} Zoo
  海洋馆门票 | aquarium ticket | 海洋馆, 水族馆, 海洋公园, 海洋馆亲子票, aquarium, aquarium tickets, ocean park, sea life | 128 | 220 | {place}海洋馆={place} Aquarium
  游乐园门票 | theme park ticket | 游乐园, 主题公园, 游乐场, 欢乐谷门票, 迪士尼门票, 主题乐园, 游乐场门票, theme park, amusement park, theme park tickets, disney ticket, amusement park ticket | 199 | 299 | {place}欢乐园={place} Fun Park; 彩虹乐园（{place}）=Rainbow Park, {place}
  水上乐园门票 | water park ticket | 水上乐园, 水世界, 玩水, 水上乐园票, water park, waterpark | 128 | 220 | {place}水上世界={place} Water World
  漂流票 | rafting ticket | 漂流, 峡谷漂流, rafting, white water rafting, kayaking | 138 | 238 | ${TOUR}
  观光塔门票 | observation deck ticket | 观景台, 登高观光, 观光塔, observation deck, tower ticket, viewing platform | 98 | 180 | ${TOUR}
  摩天轮票 | Ferris wheel ticket | 摩天轮, 坐摩天轮, ferris wheel | 58 | 98 | {place}欢乐园={place} Fun Park
  热气球体验 | hot air balloon ride | 热气球, 滑翔伞, 跳伞, 直升机观光, 蹦极, hot air balloon, paragliding, skydiving, helicopter tour, bungee jumping, bungee | 399 | 880 | ${TOUR}
  一日游 | day tour | 跟团游, 周边游, 一日游跟团, 半日游, city tour, day trip, guided tour, walking tour, tour, sightseeing tour, tour guide, 导游 | 128 | 258 | ${TOUR}
  草莓采摘 | strawberry picking | 采摘, 采摘园, 摘草莓, 果园采摘, 农家乐, fruit picking, pick your own, farm visit | 58 | 98 | {place}采摘园={place} Picking Farm
  露营套餐 | camping package | 露营, 露营基地, 野餐套餐, 帐篷露营, 露营烧烤, glamping, camping, campsite, picnic | 298 | 588 | 野径营地（{place}）=Wildpath Campsite, {place}
  钓鱼门票 | fishing ticket | 钓鱼, 垂钓, 钓鱼场, 钓虾, fishing, fishing trip | 98 | 158 | {place}垂钓园={place} Fishing Pond
  电影票代金券 | cinema voucher | 电影票, 电影券, 看电影, 电影兑换券, movie voucher, cinema ticket, movie ticket voucher, movie tickets | 35 | 60 | 星河影城（{place}店）=Starriver Cinema, {place}
  私人影院 | private cinema | 私影, 私人影院两小时, 观影包间, 情侣影院, private movie room, private theater, private theatre | 98 | 198 | 光年私影（{place}店）=Lightyear Private Cinema, {place}
  脱口秀门票 | stand-up ticket | 脱口秀, 喜剧, 相声门票, 开放麦, stand-up comedy, comedy show, standup, comedy | 79 | 158 | 笑声剧场（{place}店）=Laughter Theatre, {place}
  Livehouse门票 | live house ticket | livehouse, 现场音乐, 驻唱, live music, live house | 98 | 168 | 回声Livehouse（{place}店）=Echo Live House, {place}
  自习室日卡 | study room day pass | 自习室, 自习, 付费自习室, study room, study space | 25 | 45 | 静一自习室（{place}店）=Stillness Study Room, {place}
  会议室两小时 | meeting room, 2 hours | 会议室, 共享办公, 办公室租赁, 直播间租赁, meeting room, coworking, coworking space, office space, hot desk, conference room | 128 | 240 | 方舟联合办公（{place}）=Arkbit Coworking, {place}
  钟点房四小时 | hotel day room, 4 hours | 钟点房, 小时房, 午休房, day use hotel, day room, hourly hotel, hourly room | 88 | 158 | 好眠快捷酒店（{place}店）=Good Sleep Inn, {place}
  钢琴体验课 | piano lesson | 学钢琴, 钢琴课, 钢琴, 乐器课, piano, piano class, music lesson, violin lesson | 59 | 200 | ${LESSON}
  吉他体验课 | guitar lesson | 学吉他, 吉他课, 吉他, 尤克里里课, guitar, guitar class, ukulele lesson | 49 | 180 | ${LESSON}
  声乐体验课 | singing lesson | 学唱歌, 声乐, 声乐课, 唱歌课, vocal lesson, voice lesson, singing class | 59 | 200 | ${LESSON}
  英语口语课 | English speaking class | 英语课, 英语培训, 学英语, 雅思课, 英语外教课, english class, english lesson, ielts course, language class | 99 | 298 | ${LESSON}
  中文课 | Chinese class | 汉语课, 学中文, 普通话课, 日语课, 韩语课, 小语种课, chinese lesson, mandarin class, learn chinese, chinese lessons, japanese class | 99 | 268 | ${LESSON}
  书法课 | calligraphy class | 书法, 学书法, 练字, 硬笔书法, calligraphy, calligraphy lesson | 49 | 128 | ${LESSON}
  家教一对一 | one-to-one tutoring | 家教, 辅导, 补课, 一对一辅导, 数学辅导, tutoring, tutor, private tutor, maths tutor | 99 | 260 | ${LESSON}
  鲜花花束 | flower bouquet | 鲜花, 花束, 玫瑰, 送花, 买花, 生日鲜花, flowers, bouquet, roses, florist | 99 | 198 | 花间花艺（{place}店）=Huajian Flowers, {place}
  水果代金券 | fruit voucher | 水果, 果切, 水果券, fruit, fruits | 40 | 50 | 果园直送（{place}店）=Orchard Direct, {place}
  超市代金券 | supermarket voucher | 超市券, 超市, 代金券, 商场代金券, supermarket, voucher, grocery voucher, shopping voucher, coupon | 90 | 100 | 每日超市（{place}店）=Everyday Supermarket, {place}
  打印服务 | printing | 打印, 复印, 照片打印, 冲印照片, 名片印刷, print, copies, photo printing, photo prints, business cards | 9.9 | 20 | 快印图文（{place}店）=Quickprint, {place}
  改衣服务 | clothing alterations | 改衣服, 改裤脚, 裁缝, 定制西装, tailor, alterations, tailoring, hem trousers, custom suit | 29 | 50 | 巧手裁缝（{place}店）=Deft Hands Tailor, {place}
  占卜塔罗 | tarot reading | 塔罗, 塔罗牌, 占卜, 算命, 看手相, tarot, fortune telling, palm reading, astrology | 68 | 138 | 星语塔罗（{place}）=Starword Tarot, {place}
`, 6).map(([zh = "", en = "", names, price, was, shops]) => ({
  zh, en, aliases: readList(names), priceYuan: Number(price), wasYuan: Number(was), shops: readList(shops, ";").map(readBilingual),
}));
