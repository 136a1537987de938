/**
 * What can be delivered to a door: dishes, drinks, fruit and the groceries of a corner shop.
 * A menu is a category line, the wishes that its shops know, and a line per dish:
 * Chinese | English | further names | yuan of one portion | wishes of this dish only
 * `+zh=en=name…` among the names is a dish of its own with the price and wishes of its line.
 */
import { readBilingual, readLines, readList, readNames } from "./lines.ts";
import type { Bilingual, Category, Dish } from "./types.ts";

const TEA = "少糖=less sugar, 半糖=half sugar, 无糖=no sugar, 少冰=less ice, 去冰=no ice, 热=hot, 常温=room temperature, 大杯=large, 中杯=medium, 加珍珠=extra pearls, 加椰果=extra coconut jelly";
const COFFEE = "热=hot, 冰=iced, 大杯=large, 中杯=medium, 无糖=no sugar, 少糖=less sugar, 燕麦奶=oat milk, 脱脂奶=skim milk, 加浓=extra shot, 低因=decaf";
const COLD = "少冰=less ice, 去冰=no ice, 无糖=no sugar, 大杯=large";
const SPICY = "不辣=not spicy, 微辣=mild, 中辣=medium spicy, 特辣=extra spicy, 不要香菜=no coriander, 不要葱=no spring onion, 不要蒜=no garlic, 少油=less oil, 少盐=less salt";
const PLAIN = "不要香菜=no coriander, 不要葱=no spring onion, 少油=less oil, 少盐=less salt, 多加米饭=extra rice, 加辣=spicy";
const NOODLE = "不辣=not spicy, 微辣=mild, 多辣=extra spicy, 不要香菜=no coriander, 不要葱=no spring onion, 加蛋=extra egg, 加面=extra noodles, 大份=large portion, 小份=small portion";
const WEST = "不要洋葱=no onion, 不要番茄=no tomato, 不要酸黄瓜=no pickles, 多加芝士=extra cheese, 加辣=spicy, 大份=large, 套餐=as a meal";
const PIZZA = "9寸=9 inch, 12寸=12 inch, 薄底=thin crust, 厚底=thick crust, 多加芝士=extra cheese, 不要洋葱=no onion, 大号=large, 中号=medium, 小号=small";
const SUSHI = "多芥末=extra wasabi, 不要芥末=no wasabi, 多姜片=extra ginger";
const SWEET = "少糖=less sugar, 加蜡烛=with candles, 6寸=6 inch, 8寸=8 inch";
const NONE = "";

const MENUS: readonly (readonly [category: string, wishes: string, dishes: string])[] = [
  ["milk-tea | 奶茶 | milk tea | 奶茶店, 茶饮, 奶盖茶, milktea, tea drink, tea drinks", TEA, `
    珍珠奶茶 | bubble milk tea | 波霸奶茶, 珍奶, 黑糖珍珠奶茶, bubble tea, boba, boba tea, boba milk tea, pearl milk tea, tapioca milk tea, bubble teas, pearl tea | 15
    原味奶茶 | classic milk tea | 经典奶茶, 招牌奶茶, original milk tea, plain milk tea | 12
    椰果奶茶 | coconut jelly milk tea | 椰果奶绿 | 14
    布丁奶茶 | pudding milk tea | | 15
    红豆奶茶 | red bean milk tea | | 15
    芋泥波波奶茶 | taro bubble milk tea | 芋泥奶茶, 芋圆奶茶, taro milk tea, taro bubble tea, taro boba | 18
    烧仙草奶茶 | grass jelly milk tea | 烧仙草, 仙草奶茶, grass jelly | 16
    黑糖珍珠鲜奶 | brown sugar pearl milk | 脏脏茶, 黑糖鲜奶, 黑糖波波, brown sugar boba, brown sugar milk, tiger milk tea, brown sugar milk tea | 18
    乌龙奶茶 | oolong milk tea | 乌龙茶拿铁 | 16
    茉莉奶绿 | jasmine green milk tea | 茉莉奶茶, 奶绿, jasmine milk tea | 15
    伯牙山茶奶茶 | camellia milk tea | 山茶花奶茶, 轻乳茶, 鲜奶茶 | 17
    抹茶奶茶 | matcha milk tea | 抹茶牛乳, matcha bubble tea | 17
    港式丝袜奶茶 | Hong Kong milk tea | 丝袜奶茶, 港式奶茶, hong kong style milk tea | 16
    泰式奶茶 | Thai milk tea | thai tea, thai iced tea, 泰奶 | 16
    鸳鸯奶茶 | yuenyeung coffee tea | 鸳鸯, yuanyang tea, coffee milk tea | 17
    咸奶茶 | salty milk tea | 蒙古奶茶, mongolian milk tea | 16
    奶盖绿茶 | cheese foam green tea | 芝士奶盖, 奶盖, cheese tea, cheese foam tea | 18`],
  ["fruit-tea | 果茶 | fruit tea | 水果茶, 鲜果茶, fruit teas", TEA, `
    杨枝甘露 | mango pomelo sago | mango sago, 芒果西米露 | 20
    多肉葡萄 | grape cheese tea | 葡萄冻冻, 葡萄芝士茶, grape tea | 20
    芝芝莓莓 | strawberry cheese tea | 草莓奶盖, strawberry tea | 20
    芝芝芒芒 | mango cheese tea | 芒果奶盖, mango tea | 20
    满杯红柚 | grapefruit green tea | 红柚绿茶, 西柚茶, 葡萄柚绿茶, grapefruit tea | 17
    满杯百香果 | passion fruit tea | 百香果茶, 百香果绿茶, passionfruit green tea | 16
    霸气橙子 | fresh orange tea | 橙子茶, 鲜橙绿茶, orange tea | 17
    手打柠檬茶 | crushed lemon tea | 柠檬茶, 暴打柠檬茶, 港式柠檬茶, lemon tea, iced lemon tea, 冰柠檬茶 | 15
    鸭屎香柠檬茶 | duck-aroma oolong lemon tea | 鸭屎香, oolong lemon tea | 17
    蜂蜜柚子茶 | honey citron tea | 柚子茶, honey yuzu tea, yuzu tea | 15
    金桔柠檬 | kumquat lemon tea | 金桔柠檬茶, kumquat tea | 14
    桃桃乌龙 | peach oolong tea | 蜜桃乌龙, 白桃乌龙, peach tea | 17
    荔枝冰茶 | iced lychee tea | 荔枝茶, lychee tea | 17
    西瓜啵啵 | watermelon slush tea | 西瓜冰茶 | 17
    超级水果茶 | super fruit tea | 大桶水果茶, 一桶水果茶, mixed fruit tea | 22
    油柑茶 | emblic fruit tea | 王榨油柑, 油柑汁 | 19
    冰红茶 | iced black tea | iced tea, 红茶, black tea | 8
    茉莉绿茶 | jasmine green tea | 绿茶, green tea, jasmine tea | 9
    冻顶乌龙茶 | oolong tea | 乌龙茶, 四季春, oolong | 10
    菊花茶 | chrysanthemum tea | | 9
    普洱茶 | pu-erh tea | 普洱, puer tea | 18
    蜂蜜姜茶 | honey ginger tea | 姜茶, 红糖姜茶, ginger tea | 13
    蜜雪冰柠水 | icy lemon water | 柠檬水, 冰柠檬水, lemonade, lemon water | 6`],
  ["coffee | 咖啡 | coffee | coffees, 咖啡店, cup of coffee", COFFEE, `
    拿铁 | caffe latte | 拿铁咖啡, 热拿铁, 冰拿铁, latte, lattes, iced latte, cafe latte, hot latte | 19
    生椰拿铁 | coconut latte | 椰云拿铁, 椰子拿铁, coconut milk latte | 18
    燕麦拿铁 | oat latte | 燕麦奶拿铁, oat milk latte | 22
    香草拿铁 | vanilla latte | | 22
    焦糖玛奇朵 | caramel macchiato | 玛奇朵, 焦糖拿铁, macchiato, caramel latte | 24
    美式咖啡 | americano | 美式, 冰美式, 热美式, iced americano, black coffee, americanos, 黑咖啡, long black | 14
    卡布奇诺 | cappuccino | 卡布, cappuccinos | 20
    摩卡 | caffe mocha | 摩卡咖啡, mocha, mochas | 24
    浓缩咖啡 | espresso | 意式浓缩, espressos, double espresso | 12
    澳白 | flat white | 馥芮白, 小白咖啡, flat whites | 22
    冷萃咖啡 | cold brew | 冷萃, cold brew coffee | 22
    手冲咖啡 | pour-over coffee | 手冲, 单品咖啡, hand drip coffee, drip coffee, filter coffee | 28
    dirty咖啡 | dirty coffee | 脏咖啡, dirty | 23
    椰子水美式 | coconut water americano | 椰青美式 | 18
    橙C美式 | orange americano | 橙汁美式 | 18
    阿芙佳朵 | affogato | | 26
    抹茶拿铁 | matcha latte | 抹茶, 抹茶牛奶, matcha | 22
    热巧克力 | hot chocolate | 热可可, 可可, hot cocoa, cocoa | 20
    酱香拿铁 | liquor-flavoured latte | 白酒拿铁 | 20
    维也纳咖啡 | Vienna coffee | vienna | 25`],
  ["juice | 果汁饮料 | juice and soft drinks | 果汁, 饮料, 汽水, 冷饮, 喝的, 喝点什么, something to drink, juice, juices, drink, drinks, soft drink, soda, smoothie, smoothies, beverage", COLD, `
    鲜榨橙汁 | fresh orange juice | 橙汁, 鲜橙汁, orange juice, oj | 16
    鲜榨西瓜汁 | fresh watermelon juice | 西瓜汁, watermelon juice | 15
    苹果汁 | apple juice | | 14
    芒果汁 | mango juice | 鲜榨芒果汁 | 16
    胡萝卜汁 | carrot juice | | 14
    葡萄汁 | grape juice | | 15
    猕猴桃汁 | kiwi juice | 奇异果汁 | 17
    甘蔗汁 | sugarcane juice | | 12
    椰子汁 | coconut drink | 椰汁, coconut milk drink | 8
    椰青 | young coconut | 泰国椰青, 椰子水, fresh coconut, coconut water, 椰子 | 18
    酸梅汤 | sour plum drink | 乌梅汁, 酸梅汁, plum juice | 8
    草莓奶昔 | strawberry milkshake | 奶昔, milkshake, milkshakes, strawberry shake | 22
    香蕉奶昔 | banana milkshake | banana shake, 香蕉牛奶 | 20
    巧克力奶昔 | chocolate milkshake | chocolate shake | 22
    芒果冰沙 | mango smoothie | 冰沙, mango slush | 20
    牛油果奶昔 | avocado smoothie | avocado shake | 24
    绿色蔬果汁 | green smoothie | 蔬菜汁, 羽衣甘蓝汁, vegetable juice, kale smoothie | 24
    莓果酸奶昔 | berry yogurt smoothie | 酸奶昔, yogurt smoothie, berry smoothie | 23
    可乐 | cola | 冰可乐, 肥宅快乐水, coke, cokes, iced cola | 5
    无糖可乐 | sugar-free cola | 零度可乐, diet coke, diet cola, zero cola | 5
    雪碧 | lemon-lime soda | 柠檬汽水, sprite | 5
    橙味汽水 | orange soda | 芬达, 北冰洋汽水, fanta | 5
    苏打水 | soda water | 气泡水, 苏打气泡水, sparkling water, sparkling waters | 6
    矿泉水 | mineral water | 瓶装水, 纯净水, 水, water, bottled water, bottle of water | 3
    凉茶 | herbal tea | 王老吉, 加多宝, herbal cooling tea | 6
    能量饮料 | energy drink | 红牛, 功能饮料, energy drinks | 8
    电解质水 | electrolyte drink | 运动饮料, sports drink | 7
    豆奶 | soy milk drink | | 6
    酸奶 | yogurt | 老酸奶, yoghurt, plain yogurt, greek yogurt, 希腊酸奶 | 10
    鲜牛奶 | fresh milk | 牛奶, 纯牛奶, milk | 9
    莫吉托无酒精 | virgin mojito | mojito, 莫吉托 | 26
    姜汁汽水 | ginger ale | ginger beer | 8
    格瓦斯 | kvass | | 8`],
  ["alcohol | 酒水 | beer and wine | 酒, alcohol, booze", COLD, `
    青岛啤酒 | lager beer | 啤酒, 冰啤酒, 冰镇啤酒, beer, beers, lager, cold beer | 8
    精酿啤酒 | craft beer | 精酿, ipa, pale ale, craft beers | 28
    黑啤 | stout | 黑啤酒, dark beer | 22
    红酒 | red wine | 葡萄酒, 干红, bottle of red wine, wine | 98
    白葡萄酒 | white wine | 干白, bottle of white wine | 98
    起泡酒 | sparkling wine | prosecco, +香槟=champagne | 128
    白酒 | baijiu | 二锅头, chinese liquor | 58
    黄酒 | Shaoxing rice wine | 绍兴黄酒, 花雕, rice wine | 36
    梅酒 | plum wine | 青梅酒, umeshu | 48
    清酒 | sake | 日本清酒 | 88
    烧酒 | soju | 韩国烧酒 | 25
    威士忌 | whisky | whiskey | 198
    金汤力 | gin and tonic | gin tonic, 金酒 | 48
    米酒 | sweet rice wine | 酒酿, 醪糟 | 15`],
  ["breakfast | 早餐 | breakfast | 早点, 早饭, chinese breakfast", NOODLE, `
    豆浆 | soy milk | 甜豆浆, 热豆浆, soymilk, soybean milk, +咸豆浆=savoury soy milk | 5
    油条 | fried dough sticks | youtiao, 大油条, dough stick, fried dough stick | 4
    豆浆油条 | soy milk with fried dough | 油条豆浆, soy milk and youtiao | 9
    煎饼果子 | jianbing crepe | 煎饼, 天津煎饼果子, jianbing, chinese crepe, savoury crepe | 10
    鸡蛋灌饼 | egg-stuffed pancake | 灌饼, egg pancake | 9
    手抓饼 | flaky pancake | 葱抓饼, scallion flatbread | 9
    葱油饼 | scallion pancake | 葱花饼, scallion pancakes, spring onion pancake | 8
    肉包子 | pork buns | 包子, 鲜肉包, 大肉包, pork bun, baozi, bao, steamed pork bun, steamed bun, steamed buns | 8
    菜包子 | vegetable buns | 素包子, 香菇青菜包, vegetable bao, veggie buns | 7
    豆沙包 | red bean buns | 红豆包, red bean bun | 6
    奶黄包 | custard buns | 流沙包, custard bun | 10
    叉烧包 | barbecue pork buns | char siu bao, bbq pork buns | 12
    馒头 | plain steamed buns | 白馒头, mantou | 3
    花卷 | steamed twisted rolls | 葱花卷 | 4
    茶叶蛋 | tea eggs | 茶蛋, tea egg, +卤蛋=braised eggs | 3
    白煮蛋 | boiled eggs | 水煮蛋, 煮鸡蛋, boiled egg, egg, +鸡蛋羹=steamed egg custard | 3
    小米粥 | millet porridge | millet congee, +小米南瓜粥=millet and pumpkin porridge | 6
    白粥 | plain congee | 稀饭, 大米粥, 粥, 清粥, 清淡的粥, congee, rice porridge, porridge | 4
    皮蛋瘦肉粥 | pork and century egg congee | 瘦肉粥, century egg congee | 14
    八宝粥 | eight-treasure congee | 腊八粥 | 8
    艇仔粥 | sampan congee | +及第粥=pork offal congee | 18
    海鲜粥 | seafood congee | 砂锅粥, 虾蟹粥, 潮汕砂锅粥, shrimp congee | 36
    豆腐脑 | savoury tofu pudding | 豆花, 豆腐花, tofu pudding, tofu pudding savory | 7
    胡辣汤 | spicy pepper soup | 河南胡辣汤, hulatang | 9
    热干面 | hot dry noodles | 武汉热干面, reganmian, wuhan noodles | 10
    粢饭团 | sticky rice roll | 饭团, 粢饭, 台湾饭团, rice roll breakfast | 10
    肠粉 | rice noodle rolls | 广东肠粉, cheung fun, rice rolls, rice noodle roll, +鲜虾肠粉=shrimp rice rolls, +牛肉肠粉=beef rice rolls | 14
    生煎包 | pan-fried pork buns | 生煎, 上海生煎, shengjian, pan fried buns, sheng jian bao | 12
    烧麦 | shumai | 烧卖, siu mai, siomai, 糯米烧麦 | 10
    南瓜饼 | pumpkin cakes | | 8
    糯米鸡 | lotus leaf sticky rice with chicken | 荷叶糯米鸡, lo mai gai | 15
    美式早餐 | full breakfast plate | american breakfast, +英式早餐=English breakfast=full english breakfast | 42
    班尼迪克蛋 | eggs benedict | 水波蛋 | 45
    燕麦粥 | oatmeal | 燕麦片粥, overnight oats, 隔夜燕麦, oats | 18
    松饼 | pancakes | 热香饼, 舒芙蕾松饼, pancake, souffle pancakes, 班戟 | 32
    法式吐司 | french toast | 西多士 | 30
    牛油果吐司 | avocado toast | | 36
    培根鸡蛋三明治 | bacon and egg sandwich | 早餐三明治, breakfast sandwich, egg sandwich, 鸡蛋三明治 | 18`],
  ["noodles | 面条 | noodles | 面, 面食, 面馆, 汤面, noodle soup, noodle, bowl of noodles", NOODLE, `
    兰州牛肉面 | Lanzhou beef noodles | 兰州拉面, 牛肉拉面, 拉面兰州, 牛肉面, lanzhou lamian, beef noodles, beef noodle soup, hand-pulled noodles, lanzhou noodles | 18
    红烧牛肉面 | braised beef noodles | 台湾牛肉面, 川味牛肉面, taiwanese beef noodle soup, braised beef noodle soup | 25
    重庆小面 | Chongqing noodles | 小面, 麻辣小面, spicy noodles, chongqing xiaomian | 13
    担担面 | dandan noodles | dan dan noodles, tantan noodles | 14
    炸酱面 | noodles with soybean paste | 老北京炸酱面, 北京炸酱面, zhajiangmian, zhajiang noodles, beijing noodles | 18
    刀削面 | knife-cut noodles | 山西刀削面, daoxiaomian, sliced noodles | 17
    油泼面 | hot oil noodles | 油泼扯面, biangbiang面, biang biang noodles, biangbiang noodles | 18
    臊子面 | saozi minced pork noodles | 岐山臊子面, 哨子面 | 16
    阳春面 | plain noodles in broth | 清汤面, 光面, plain noodles, yangchun noodles | 10
    葱油拌面 | scallion oil noodles | 葱油面, 拌面, scallion noodles | 13
    雪菜肉丝面 | noodles with pickled greens and pork | 肉丝面 | 18
    片儿川 | Hangzhou pian er chuan noodles | 杭州片儿川 | 18
    大排面 | pork chop noodles | 红烧大排面, 排骨面 | 20
    爆鱼面 | fried fish noodles | 苏州爆鱼面 | 22
    番茄鸡蛋面 | tomato and egg noodles | 西红柿鸡蛋面, tomato egg noodles | 15
    炒面 | fried noodles | chow mein, lo mein, stir-fried noodles, fried noodle, +鸡蛋炒面=egg fried noodles, +肉丝炒面=pork fried noodles | 16
    凉面 | cold noodles | 四川凉面, 鸡丝凉面, sesame cold noodles | 12
    凉皮 | cold skin noodles | 陕西凉皮, 擀面皮, liangpi, 面皮 | 11
    新疆拌面 | Xinjiang laghman | 拉条子, 过油肉拌面, laghman | 24
    羊肉泡馍 | lamb soup with flatbread | 泡馍, 西安羊肉泡馍, paomo, yangrou paomo, lamb paomo | 32
    羊肉烩面 | Henan lamb braised noodles | 烩面, 河南烩面 | 22
    云吞面 | wonton noodles | 馄饨面, 鲜虾云吞面, wonton noodle soup, wonton mee | 22
    车仔面 | cart noodles | 港式车仔面 | 28
    乌冬面 | udon | 乌冬, udon noodles, 乌龙面, +牛肉乌冬=beef udon | 26
    炒乌冬 | fried udon | yaki udon, 黑椒牛柳炒乌冬 | 28
    日式拉面 | ramen | 拉面, japanese ramen, ramen noodles, shoyu ramen, +味噌拉面=miso ramen, +豚骨拉面=tonkotsu ramen, +地狱拉面=spicy ramen | 35
    荞麦面 | soba | 日式冷面, 荞麦冷面, soba noodles, buckwheat noodles | 26
    朝鲜冷面 | Korean cold noodles | 冷面, 韩式冷面, 东北冷面, naengmyeon | 20
    焖面 | braised noodles with beans | 豆角焖面 | 18
    泡面 | instant noodles | 方便面, 煮泡面, 红烧牛肉方便面, instant ramen, cup noodles, 桶面 | 8
    鸡汤面 | chicken noodle soup | 老母鸡汤面, chicken noodles | 20`],
  ["pasta | 意面 | pasta | 意大利面馆, pasta dishes", WEST, `
    意大利肉酱面 | spaghetti bolognese | 肉酱面, 肉酱意面, spaghetti, bolognese, 意大利面, pastas | 35
    奶油培根意面 | spaghetti carbonara | 卡邦尼意面, carbonara, 奶油意面, 培根意面 | 38
    番茄海鲜意面 | seafood spaghetti | 海鲜意面, seafood pasta, seafood linguine | 45
    青酱意面 | pesto pasta | 罗勒意面, pesto | 38
    黑椒牛柳意面 | black pepper beef spaghetti | 黑椒意面 | 38
    千层面 | lasagna | 意式千层面, lasagne | 42
    芝士通心粉 | macaroni and cheese | 通心粉, mac and cheese, macaroni | 34
    意式饺子 | ravioli | 意大利饺子 | 42
    奶油蘑菇宽面 | mushroom fettuccine alfredo | 奶油蘑菇意面, fettuccine, alfredo, fettuccine alfredo, mushroom pasta | 40`],
  ["rice-noodles | 米粉 | rice noodles | 粉, 粉面, 米线店, rice noodle", NOODLE, `
    螺蛳粉 | river snail rice noodles | 柳州螺蛳粉, 螺狮粉, luosifen, snail noodles | 17
    桂林米粉 | Guilin rice noodles | guilin noodles | 14
    过桥米线 | crossing-the-bridge noodles | 米线, 云南米线, 云南过桥米线, mixian, yunnan noodles, yunnan rice noodles | 26
    酸辣粉 | hot and sour glass noodles | 重庆酸辣粉, suanlafen, hot and sour noodles | 13
    麻辣烫 | malatang | 杨国福麻辣烫, 张亮麻辣烫, spicy hot pot soup, mala tang | 28
    冒菜 | maocai | 成都冒菜 | 28
    土豆粉 | potato noodles | 砂锅土豆粉 | 15
    砂锅米线 | clay pot rice noodles | 砂锅粉 | 18
    湖南牛肉粉 | Hunan beef rice noodles | 牛肉粉, 常德牛肉粉, beef rice noodles | 17
    肉丝米粉 | shredded pork rice noodles | 长沙米粉, 码子粉 | 14
    南昌拌粉 | Nanchang mixed rice noodles | 拌粉, 江西拌粉 | 10
    炒米粉 | fried rice vermicelli | 星洲炒米, 炒粉, singapore noodles, fried rice noodles | 16
    干炒牛河 | beef chow fun | 炒河粉, 牛河, 炒牛河, beef ho fun, fried ho fun | 24
    越南河粉 | pho | 牛肉河粉, 越南牛肉粉, pho bo, vietnamese noodle soup, beef pho, vietnamese pho | 34
    泰式炒河粉 | pad thai | 泰式炒粉, phad thai | 34
    泰式炒宽粉 | pad see ew | pad see eew, +醉鬼炒面=pad kee mao=drunken noodles | 34
    鸭血粉丝汤 | duck blood vermicelli soup | 南京鸭血粉丝, 粉丝汤, 鸭血粉丝 | 18
    花甲粉 | clam vermicelli | 花甲粉丝, 锡纸花甲粉 | 20
    羊肉粉 | Zunyi lamb rice noodles | 遵义羊肉粉, 贵州羊肉粉 | 20
    肠旺面 | Guiyang intestine and blood noodles | 贵阳肠旺面 | 17
    沙茶面 | Xiamen satay noodles | 厦门沙茶面, satay noodles | 20
    粿条汤 | kway teow soup | 粿条, 潮汕粿条, kway teow | 20
    叻沙 | laksa | 新加坡叻沙, curry laksa | 36`],
  ["rice | 盖饭炒饭 | rice dishes | 米饭, 盖浇饭, 盖饭, 快餐, 便当, 套餐饭, 炒饭类, rice bowl, rice bowls, lunch box, bento, rice", PLAIN, `
    扬州炒饭 | Yangzhou fried rice | 炒饭, fried rice, young chow fried rice, yangchow fried rice | 18
    蛋炒饭 | egg fried rice | 黄金炒饭, 鸡蛋炒饭 | 13
    虾仁炒饭 | shrimp fried rice | 鲜虾炒饭, prawn fried rice | 22
    牛肉炒饭 | beef fried rice | | 20
    腊肠炒饭 | Chinese sausage fried rice | 腊味炒饭 | 18
    泡菜炒饭 | kimchi fried rice | 韩式泡菜炒饭 | 22
    菠萝炒饭 | pineapple fried rice | 菠萝饭, 泰式菠萝饭 | 28
    酱油炒饭 | soy sauce fried rice | | 14
    白米饭 | steamed rice | 大米饭, 一碗米饭, plain rice, white rice | 3
    糙米饭 | brown rice | 杂粮饭 | 5
    鸡公煲 | chicken pot with rice | 重庆鸡公煲, 鸡煲, chicken hotpot rice | 26
    日式便当 | bento box | 便当, 便当盒饭, bento, japanese bento | 32
    黄焖鸡米饭 | braised chicken with rice | 黄焖鸡, huangmenji, braised chicken rice | 20
    卤肉饭 | braised pork rice | 台湾卤肉饭, 台式卤肉饭, lu rou fan, minced pork rice, luroufan | 20
    猪脚饭 | pork trotter rice | 隆江猪脚饭, pig trotter rice, pork knuckle rice | 22
    烧鸭饭 | roast duck rice | 烧腊饭, 烧腊双拼饭, roast duck with rice | 28
    叉烧饭 | barbecue pork rice | 蜜汁叉烧饭, char siu rice, bbq pork rice, barbecued pork rice | 26
    白切鸡饭 | poached chicken rice | 切鸡饭 | 26
    海南鸡饭 | Hainanese chicken rice | 海南鸡, chicken rice, hainan chicken rice | 32
    煲仔饭 | clay pot rice | 腊味煲仔饭, 广式煲仔饭, claypot rice | 28
    鸡腿饭 | chicken leg rice | 卤鸡腿饭, 香酥鸡腿饭, chicken thigh rice, +照烧鸡腿饭=teriyaki chicken leg rice | 20
    排骨饭 | pork rib rice | 豉汁排骨饭, +炸排骨饭=fried pork rib rice | 22
    番茄鸡蛋盖饭 | tomato and egg rice | 西红柿鸡蛋盖饭, 番茄炒蛋盖饭, tomato egg rice | 16
    鱼香肉丝盖饭 | yuxiang pork rice | 鱼香肉丝饭 | 18
    宫保鸡丁盖饭 | kung pao chicken rice | 宫保鸡丁饭 | 19
    土豆牛肉饭 | beef and potato rice | 土豆牛腩饭, 土豆炖牛肉盖饭 | 24
    咖喱鸡饭 | curry chicken rice | 咖喱饭, 咖喱鸡肉饭, 日式咖喱饭, curry rice, japanese curry, chicken curry rice, +咖喱猪排饭=katsu curry | 26
    烤肉饭 | grilled meat rice | 烤肉盖饭, 烤肉拌饭, 土耳其烤肉饭, bbq rice, barbecue rice, grilled meat over rice | 24
    鸡排饭 | chicken cutlet rice | 鸡排盖饭, 炸鸡排饭, chicken katsu rice, chicken cutlet with rice | 24
    牛肉饭 | gyudon beef bowl | 肥牛饭, 日式牛肉饭, 牛丼, beef bowl, beef rice bowl, gyudon, beef rice | 26
    照烧鸡饭 | teriyaki chicken rice | 照烧鸡排饭, teriyaki chicken, chicken teriyaki | 26
    亲子丼 | oyakodon | 滑蛋鸡肉饭, 亲子饭, chicken and egg bowl | 28
    猪排饭 | pork cutlet rice | 炸猪排饭, 猪排丼, katsudon, pork katsu, tonkatsu | 30
    鳗鱼饭 | eel rice | 蒲烧鳗鱼饭, unagi don, unadon, unagi, grilled eel rice | 48
    石锅拌饭 | bibimbap | 韩式拌饭, 拌饭, korean rice bowl, stone bowl bibimbap | 28
    滑蛋虾仁饭 | scrambled egg and shrimp rice | 虾仁滑蛋饭 | 26
    黑椒牛柳饭 | black pepper beef rice | 黑椒牛肉饭 | 26
    手抓饭 | Xinjiang lamb pilaf | 新疆手抓饭, 羊肉抓饭, 抓饭, pilaf, polo | 32
    竹筒饭 | bamboo tube rice | | 20
    荷叶饭 | lotus leaf rice | | 22
    轻食鸡胸肉饭 | chicken breast grain bowl | 减脂餐, 健身餐, 鸡胸肉饭, grain bowl, fitness meal, healthy bowl, low-fat meal, 减肥餐 | 32
    三文鱼波奇饭 | salmon poke bowl | 波奇饭, poke bowl, poke | 42
    儿童套餐 | kids meal | 儿童餐, 宝宝餐, kid's meal, children's meal, happy meal | 28
    素食套餐 | vegetarian set meal | 素食, 素餐, 斋饭, vegetarian meal, vegan meal, vegan bowl, vegetarian food, vegan food | 26
    工作餐套餐 | office lunch set | 工作餐, 商务套餐, 午餐套餐, lunch set, set lunch, work lunch | 28
    意式烩饭 | risotto | 烩饭, mushroom risotto | 45
    西班牙海鲜饭 | paella | 海鲜饭, seafood paella, seafood rice | 68
    印度香饭 | biryani | chicken biryani, lamb biryani, 印度炒饭 | 45
    椰浆饭 | nasi lemak | | 32
    印尼炒饭 | nasi goreng | indonesian fried rice | 32`],
  ["sichuan | 川菜 | Sichuan food | 四川菜, 川湘菜, sichuan cuisine, szechuan food, 炒菜, chinese food, 中餐, 家常菜, chinese takeaway", SPICY, `
    麻婆豆腐 | mapo tofu | mabo tofu, ma po tofu | 22
    宫保鸡丁 | kung pao chicken | 宫爆鸡丁, gong bao chicken, kungpao chicken | 32
    鱼香肉丝 | yuxiang shredded pork | fish-fragrant pork, garlic sauce pork | 32
    回锅肉 | twice-cooked pork | 农家回锅肉, double cooked pork | 36
    水煮鱼 | boiled fish in chilli oil | 沸腾鱼, sichuan boiled fish, boiled fish | 68
    水煮肉片 | boiled pork in chilli oil | +水煮牛肉=boiled beef in chilli oil=boiled beef in chili oil | 48
    酸菜鱼 | fish with pickled mustard greens | 老坛酸菜鱼, 青花椒鱼, sour fish soup, pickled fish, suancai fish, sauerkraut fish | 58
    辣子鸡 | chilli fried chicken | 重庆辣子鸡, 歌乐山辣子鸡, laziji, spicy chicken cubes | 48
    夫妻肺片 | sliced beef in chilli sauce | | 32
    口水鸡 | mouth-watering chicken | 麻辣鸡, saliva chicken | 32
    毛血旺 | spicy duck blood hotpot stew | | 48
    蒜泥白肉 | sliced pork with garlic sauce | | 30
    干煸四季豆 | dry-fried green beans | 四季豆, dry fried string beans, green beans | 24
    鱼香茄子 | yuxiang aubergine | eggplant in garlic sauce, fish-fragrant eggplant, +茄子煲=aubergine clay pot | 26
    酸辣土豆丝 | hot and sour shredded potato | 土豆丝, 青椒土豆丝, shredded potatoes | 18
    干锅花菜 | dry pot cauliflower | 有机花菜, cauliflower | 28
    番茄牛腩 | beef brisket stewed with tomatoes | 西红柿牛腩, 番茄炖牛腩, tomato beef brisket, tomato beef | 52
    土豆烧牛肉 | beef stewed with potatoes | 土豆炖牛肉, 土豆牛肉, beef and potato stew | 48
    可乐鸡翅 | cola chicken wings | coke chicken wings | 36
    啤酒鸭 | duck braised in beer | beer duck | 58
    粉蒸肉 | steamed pork with rice flour | 荷叶粉蒸肉, +粉蒸排骨=steamed ribs with rice flour | 42
    肉末蒸蛋 | steamed egg with minced pork | 蒸水蛋, 蒸蛋 | 20
    蒜苔炒肉 | pork with garlic shoots | 蒜薹炒肉, +芹菜炒牛肉=beef with celery, +香干炒肉=pork with dried tofu, +洋葱炒牛肉=beef with onions | 32
    西兰花炒牛肉 | beef with broccoli | beef and broccoli, broccoli beef, 黑椒牛柳, +蒙古牛肉=Mongolian beef | 46
    左宗棠鸡 | General Tso's chicken | general tso chicken, general tsos chicken | 42
    陈皮鸡 | orange chicken | orange peel chicken, +西柠鸡=lemon chicken, +芝麻鸡=sesame chicken, +腰果鸡丁=cashew chicken, +糖醋鸡块=sweet and sour chicken | 40
    芙蓉蛋 | egg foo young | egg fu yung, +韭菜炒蛋=scrambled eggs with chives, +虾仁炒蛋=scrambled eggs with shrimp, +苦瓜炒蛋=scrambled eggs with bitter melon | 26
    清炒虾仁 | stir-fried shrimp | 炒虾仁, shrimp stir fry, +腰果虾仁=shrimp with cashews | 58
    红烧鸡块 | braised chicken pieces | 红烧鸡, 黄焖鸡块, +三杯鸡=three-cup chicken, +香菇滑鸡=chicken with shiitake mushrooms, +板栗烧鸡=chicken braised with chestnuts | 42
    凉拌菜拼盘 | cold dish platter | 凉菜, 凉拌菜, cold dishes, +凉拌海带丝=seaweed salad=海带丝, +凉拌腐竹=tofu skin salad, +凉拌皮蛋=century egg salad, +凉拌牛肉=cold beef salad | 26
    干锅牛蛙 | dry pot bullfrog | 牛蛙, 牛蛙煲, bullfrog | 78
    香辣虾 | spicy prawns | 干锅虾, spicy shrimp | 78
    烤鱼 | grilled whole fish | 万州烤鱼, 麻辣烤鱼, chongqing grilled fish, grilled fish, 诸葛烤鱼 | 98
    钵钵鸡 | cold skewers in chilli broth | 冷锅串串 | 38
    麻辣香锅 | mala dry pot | 香锅, mala xiang guo, spicy stir-fry pot, spicy dry pot | 48
    红糖糍粑 | brown sugar rice cakes | 糍粑 | 16`],
  ["hunan | 湘菜 | Hunan food | 湖南菜, hunan cuisine", SPICY, `
    剁椒鱼头 | fish head with chopped chillies | 鱼头, steamed fish head | 88
    小炒黄牛肉 | stir-fried beef with chillies | 小炒牛肉, 湖南小炒牛肉, hunan beef | 52
    辣椒炒肉 | pork with green chillies | 农家小炒肉, 小炒肉, 农家一碗香, stir-fried pork with peppers, hunan pork | 36
    毛氏红烧肉 | Chairman's red-braised pork | | 48
    外婆菜炒鸡蛋 | pickled greens with eggs | 外婆菜 | 26
    臭豆腐 | stinky tofu | 长沙臭豆腐 | 12
    口味虾 | Changsha spicy crayfish | 长沙口味虾 | 108
    永州血鸭 | Yongzhou blood duck | 血鸭 | 58
    糖油粑粑 | sugar-glazed rice balls | | 10
    擂辣椒皮蛋 | pounded chillies with century egg | 皮蛋擂辣椒, 青椒皮蛋 | 22`],
  ["cantonese | 粤菜 | Cantonese food | 广东菜, 港式, 茶餐厅, 早茶, 点心, dim sum, cantonese cuisine, hong kong food, 广式早茶", PLAIN, `
    虾饺 | shrimp dumplings | 水晶虾饺, 广式虾饺, har gow, prawn dumplings | 26
    豉汁凤爪 | steamed chicken feet | 凤爪, chicken feet | 20
    豉汁蒸排骨 | steamed spare ribs | 蒸排骨, steamed ribs | 22
    萝卜糕 | turnip cake | 腊味萝卜糕, radish cake | 18
    金钱肚 | steamed tripe | | 22
    烧鹅 | roast goose | 深井烧鹅, +烧鹅饭=roast goose rice | 68
    烧鸭 | Cantonese roast duck | 广式烧鸭 | 52
    叉烧 | char siu | 蜜汁叉烧, barbecue pork, bbq pork | 42
    白切鸡 | poached chicken | 白斩鸡, white cut chicken | 48
    豉油鸡 | soy sauce chicken | 酱油鸡 | 48
    盐焗鸡 | salt-baked chicken | 手撕鸡 | 52
    清蒸鲈鱼 | steamed sea bass | 清蒸鱼, steamed fish | 68
    蒜蓉粉丝蒸扇贝 | steamed scallops with garlic | 蒜蓉扇贝, 扇贝, scallops | 48
    白灼虾 | poached prawns | 白灼基围虾, boiled shrimp | 68
    咕噜肉 | sweet and sour pork | 咕咾肉, 菠萝咕咾肉, sweet sour pork, +糖醋里脊=sweet and sour pork tenderloin | 38
    蚝油生菜 | lettuce in oyster sauce | 生菜 | 20
    白灼菜心 | blanched choy sum | 菜心, choy sum | 22
    腊味双拼 | cured meat platter | 腊肠 | 42
    老火靓汤 | slow-cooked soup of the day | 例汤, 广式靓汤, 煲汤, slow-cooked soup | 28
    菠萝油 | pineapple bun with butter | 菠萝包, pineapple bun | 12
    干炒叉烧意面 | baked pork chop rice | 焗猪扒饭, 猪扒饭 | 36
    潮汕牛肉丸 | Chaoshan beef balls | 牛肉丸, 牛丸, beef balls, beef ball soup | 28
    客家酿豆腐 | Hakka stuffed tofu | 酿豆腐 | 32
    梅菜扣肉 | pork belly with preserved greens | 扣肉, mei cai kou rou | 45`],
  ["jiangnan | 江浙菜 | Jiangsu and Zhejiang food | 杭帮菜, 本帮菜, 上海菜, 淮扬菜, 苏帮菜, shanghai food, hangzhou food, shanghainese food", PLAIN, `
    东坡肉 | Dongpo pork | dongpo rou | 38
    西湖醋鱼 | West Lake fish in vinegar sauce | 醋鱼, west lake fish | 68
    龙井虾仁 | Longjing tea shrimp | | 78
    叫花鸡 | beggar's chicken | 叫化鸡 | 88
    红烧肉 | red-braised pork | 本帮红烧肉, hongshao rou, braised pork belly, braised pork | 42
    糖醋小排 | sweet and sour ribs | 糖醋排骨, sweet and sour spare ribs | 42
    响油鳝丝 | eel shreds in hot oil | 鳝丝, 炒鳝糊 | 58
    狮子头 | lion's head meatballs | 红烧狮子头, 清炖狮子头, lion head meatballs | 36
    松鼠桂鱼 | squirrel-shaped mandarin fish | 松鼠鳜鱼, squirrel fish | 98
    盐水鸭 | salted duck | 南京盐水鸭, nanjing duck | 42
    腌笃鲜 | bamboo shoot and pork soup | | 58
    四喜烤麸 | braised wheat gluten | 烤麸 | 24
    宋嫂鱼羹 | Madam Song's fish soup | 鱼羹 | 32
    大闸蟹 | hairy crabs | 阳澄湖大闸蟹, hairy crab, chinese mitten crab | 88
    醉蟹 | drunken crab | 醉虾 | 78
    蟹粉豆腐 | tofu with crab roe | | 58
    油焖笋 | braised bamboo shoots | 油焖春笋, bamboo shoots | 32
    葱烧排骨 | braised ribs with spring onion | 红烧排骨, braised ribs | 46
    糯米藕 | sweet lotus root with sticky rice | 桂花糯米藕 | 24`],
  ["northern | 北方菜 | northern Chinese food | 东北菜, 京菜, 鲁菜, 西北菜, 新疆菜, northeastern food, beijing food, xinjiang food", PLAIN, `
    北京烤鸭 | Peking duck | 烤鸭, 片皮鸭, roast duck, beijing duck, beijing roast duck | 138
    京酱肉丝 | shredded pork in sweet bean sauce | | 36
    锅包肉 | Northeastern crispy sweet and sour pork | guo bao rou, 东北锅包肉 | 42
    地三鲜 | sauteed potato, aubergine and pepper | three earthly treasures, di san xian | 26
    猪肉炖粉条 | pork stewed with glass noodles | 酸菜炖粉条, 猪肉炖粉 | 42
    小鸡炖蘑菇 | chicken stewed with mushrooms | | 58
    铁锅炖大鹅 | goose stewed in an iron pot | 铁锅炖, 炖大鹅 | 138
    溜肉段 | fried pork in sauce | | 38
    木须肉 | moo shu pork | 木樨肉, mu shu pork | 30
    葱爆羊肉 | lamb with spring onions | lamb with scallions, +葱爆牛肉=beef with spring onions | 48
    大盘鸡 | big plate chicken | 新疆大盘鸡, dapanji, xinjiang chicken | 78
    九转大肠 | braised intestines in brown sauce | 红烧大肠, 溜肥肠, 肥肠 | 58
    葱烧海参 | sea cucumber with leeks | 海参 | 128
    德州扒鸡 | Dezhou braised chicken | 扒鸡, 烧鸡, braised whole chicken | 48
    肉夹馍 | roujiamo | 腊汁肉夹馍, 西安肉夹馍, chinese hamburger, rou jia mo, chinese burger | 13
    驴肉火烧 | donkey meat sandwich | 火烧, 驴火 | 16
    葱油拌豆腐 | tofu with spring onion oil | 小葱拌豆腐, cold tofu, +皮蛋豆腐=tofu with century egg | 14
    西红柿炒鸡蛋 | tomatoes with scrambled eggs | 番茄炒蛋, 番茄炒鸡蛋, 西红柿炒蛋, tomato and egg, scrambled eggs with tomato | 20
    青椒肉丝 | shredded pork with green pepper | 尖椒肉丝, pepper pork | 28
    红烧茄子 | braised aubergine | braised eggplant, 烧茄子, eggplant | 24
    拍黄瓜 | smashed cucumber salad | 凉拌黄瓜, 黄瓜, cucumber salad | 14
    凉拌木耳 | wood ear mushroom salad | 木耳 | 16
    家常豆腐 | home-style tofu | 红烧豆腐, braised tofu, tofu | 22
    手撕包菜 | hand-torn cabbage | 包菜, 炝炒圆白菜, cabbage stir fry | 20
    清炒时蔬 | stir-fried greens | 炒青菜, 炒时蔬, 青菜, stir-fried vegetables, vegetables, +蒜蓉西兰花=broccoli with garlic=broccoli, +蒜蓉空心菜=water spinach with garlic | 18
    老醋花生 | peanuts in vinegar | 花生米, 油炸花生米, peanuts in black vinegar | 14
    酱牛肉 | spiced beef slices | 卤牛肉, 酱香牛肉, braised beef | 48
    酱骨头 | braised pork bones | 酱大骨, 酱骨架, 大骨头, 东北酱骨头 | 58
    孜然羊肉 | cumin lamb | +孜然牛肉=cumin beef | 52
    手抓羊肉 | boiled lamb with salt | 手把肉, 手扒羊肉, boiled mutton | 98
    羊蝎子 | lamb spine stew | 羊蝎子火锅 | 98`],
  ["hotpot | 火锅 | hotpot | 火锅外卖, 涮锅, 串串, hot pot", SPICY, `
    麻辣火锅套餐 | spicy hotpot set | 重庆火锅, 四川火锅, 牛油火锅, 毛肚火锅, spicy hotpot, sichuan hotpot, mala hotpot | 128
    鸳鸯锅套餐 | two-flavour hotpot set | 鸳鸯火锅, 双拼锅, double-flavour hotpot | 148
    番茄火锅套餐 | tomato hotpot set | 番茄锅, tomato hotpot | 128
    菌菇火锅套餐 | mushroom hotpot set | 菌菇锅, 菌锅, mushroom hotpot | 138
    铜锅涮羊肉 | copper pot lamb hotpot | 涮羊肉, 老北京火锅, 铜锅, beijing lamb hotpot, lamb hotpot | 158
    潮汕牛肉火锅 | Chaoshan beef hotpot | 牛肉火锅, beef hotpot | 158
    椰子鸡火锅 | coconut chicken hotpot | 椰子鸡, coconut chicken | 148
    猪肚鸡火锅 | pork tripe and chicken hotpot | 猪肚鸡 | 148
    小火锅单人套餐 | single-person hotpot | 一人食火锅, 小火锅, 自热火锅, 旋转小火锅, solo hotpot, self-heating hotpot | 42
    串串香 | chuanchuan skewers in hotpot | 串串香火锅 | 58
    关东煮 | oden | japanese oden | 18
    寿喜烧 | sukiyaki | 寿喜锅, beef sukiyaki | 98
    部队火锅 | budae jjigae | 部队锅, army stew, korean army stew | 78
    肥牛卷 | sliced beef for hotpot | 肥牛, sliced fatty beef | 38
    羊肉卷 | sliced lamb for hotpot | | 42
    毛肚 | beef tripe for hotpot | 鲜毛肚 | 42
    虾滑 | shrimp paste | 手打虾滑 | 36`],
  ["bbq | 烧烤 | barbecue | 烤串, 撸串, 夜宵, 宵夜, 串, bbq, late-night snacks, grilled skewers, skewers, late night snack", SPICY, `
    羊肉串 | lamb skewers | 烤羊肉串, 新疆羊肉串, 红柳羊肉串, lamb kebab, lamb kebabs, lamb skewer, mutton skewers | 30
    牛肉串 | beef skewers | 烤牛肉串, beef skewer | 28
    烤鸡翅 | grilled chicken wings | 鸡翅, 奥尔良烤翅, 蜜汁烤翅, chicken wings, wings, grilled wings | 24
    烤五花肉 | grilled pork belly | 五花肉串, grilled pork | 24
    烤茄子 | grilled aubergine with garlic | 蒜蓉烤茄子, grilled eggplant | 16
    烤生蚝 | grilled oysters | 生蚝, 蒜蓉生蚝, oysters, oyster | 48
    烤韭菜 | grilled chives | | 10
    烤面筋 | grilled gluten | | 10
    烤玉米 | grilled corn | 玉米, corn on the cob, sweetcorn, 甜玉米 | 10
    烤土豆片 | grilled potato slices | | 10
    烤羊排 | grilled lamb chops | 羊排, lamb chops, lamb ribs | 88
    烤全羊 | roast whole lamb | | 1280
    烤猪蹄 | grilled pork trotters | 猪蹄, 卤猪蹄, pig trotters, pork trotters | 32
    烤鱿鱼 | grilled squid | 铁板鱿鱼, 鱿鱼, squid | 22
    烤冷面 | grilled cold noodles | | 12
    烤红薯 | roasted sweet potato | 烤地瓜, 红薯, 地瓜, baked sweet potato, sweet potato, sweet potatoes | 12
    锡纸烤脑花 | pork brain in foil | 烤脑花, 脑花 | 26
    烤肉拼盘 | mixed grill platter | 烧烤拼盘, 烧烤套餐, mixed grill, barbecue platter, bbq platter | 118
    麻辣小龙虾 | spicy crayfish | 小龙虾, crayfish, crawfish, +蒜蓉小龙虾=garlic crayfish=garlic crawfish, +十三香小龙虾=thirteen-spice crayfish, +龙虾尾=crayfish tails | 98
    卤味拼盘 | braised snack platter | 卤味, 卤菜, 熟食, braised snacks | 38
    鸭脖 | spicy duck neck | 绝味鸭脖, 周黑鸭, 麻辣鸭脖, duck neck, duck necks | 26
    卤鸡爪 | braised chicken feet | 鸡爪, 无骨鸡爪, +柠檬鸡爪=lemon chicken feet, +泡椒凤爪=chicken feet with pickled chillies | 26
    盐酥鸡 | salt and pepper chicken | 台湾盐酥鸡, popcorn chicken, 鸡米花, taiwanese popcorn chicken | 18
    炸串 | fried skewers | 油炸串串, 淄博炸串 | 24
    淄博烧烤 | Zibo barbecue set | 小饼烧烤, zibo bbq | 58`],
  ["dumplings | 饺子馄饨 | dumplings | 饺子, 水饺, 馄饨, 小笼, dumpling, chinese dumplings", NOODLE, `
    猪肉白菜水饺 | pork and cabbage dumplings | 猪肉白菜饺子, 猪肉水饺, 猪肉饺子, pork dumplings, boiled dumplings, jiaozi | 22
    韭菜鸡蛋水饺 | chive and egg dumplings | 韭菜鸡蛋饺子, 韭菜饺子, chive dumplings | 20
    三鲜水饺 | three-delicacy dumplings | 三鲜饺子, +虾仁水饺=shrimp boiled dumplings=虾仁饺子 | 26
    牛肉水饺 | beef dumplings | 牛肉饺子, 牛肉大葱水饺 | 28
    羊肉水饺 | lamb dumplings | 羊肉饺子 | 30
    鲅鱼水饺 | mackerel dumplings | 鲅鱼饺子 | 34
    素三鲜水饺 | vegetable dumplings | 素饺子, 素水饺, 香菇青菜饺子, veggie dumplings, vegetarian dumplings | 18
    酸菜猪肉水饺 | sauerkraut pork dumplings | 酸菜饺子 | 22
    玉米猪肉水饺 | corn and pork dumplings | 玉米饺子 | 22
    煎饺 | pan-fried dumplings | 锅贴, 生煎饺子, potstickers, gyoza, fried dumplings, 日式煎饺 | 20
    蒸饺 | steamed dumplings | 蒸饺子, 柳叶蒸饺 | 18
    红油抄手 | wontons in chilli oil | 抄手, 龙抄手, spicy wontons | 18
    鲜肉馄饨 | pork wonton soup | 小馄饨, 大馄饨, 柴火馄饨, wonton, wontons, wonton soup | 16
    虾仁馄饨 | shrimp wontons | 鲜虾云吞, 云吞, shrimp wonton soup | 22
    小笼包 | soup dumplings | 灌汤包, 上海小笼包, 小笼汤包, xiaolongbao, xiao long bao, xlb, soup dumpling, +蟹粉小笼=crab soup dumplings=蟹黄汤包 | 22
    沙县拌面馄饨 | Shaxian noodles and wontons | 沙县小吃, 飘香拌面 | 16
    汤圆 | sweet rice balls in soup | 黑芝麻汤圆, 元宵, 小汤圆, tangyuan, glutinous rice balls | 14
    粽子 | zongzi | 端午粽子, sticky rice dumplings, rice dumplings, +蛋黄肉粽=egg yolk zongzi, +甜粽=sweet zongzi, +肉粽=pork zongzi=嘉兴肉粽 | 10
    春卷 | spring rolls | 炸春卷, spring roll, egg rolls | 14`],
  ["soup | 汤 | soups | 炖汤, 汤品, 喝汤, soup", PLAIN, `
    番茄蛋花汤 | tomato egg drop soup | 西红柿鸡蛋汤, 蛋花汤, 番茄蛋汤, egg drop soup, tomato soup chinese | 14
    紫菜蛋花汤 | seaweed egg soup | 紫菜汤, seaweed soup | 10
    酸辣汤 | hot and sour soup | | 14
    排骨玉米汤 | pork rib and corn soup | 玉米排骨汤, 排骨汤, pork rib soup, +莲藕排骨汤=lotus root and rib soup, +冬瓜排骨汤=winter melon and rib soup | 36
    老母鸡汤 | slow-cooked chicken soup | 鸡汤, 瓦罐鸡汤, chicken soup, chicken broth, old hen soup | 42
    老鸭汤 | duck soup | 笋干老鸭煲, 老鸭粉丝汤, 酸萝卜老鸭汤 | 48
    羊肉汤 | lamb soup | 羊汤, 单县羊肉汤, mutton soup, +羊杂汤=lamb offal soup | 36
    牛肉汤 | beef soup | 淮南牛肉汤, beef broth, +牛杂汤=beef offal soup | 22
    鲫鱼豆腐汤 | crucian carp and tofu soup | 鲫鱼汤, 鱼汤, fish soup | 36
    冬瓜丸子汤 | winter melon meatball soup | 丸子汤, meatball soup | 24
    菌菇汤 | mushroom soup chinese style | 蘑菇汤, 杂菌汤 | 24
    佛跳墙 | Buddha jumps over the wall | | 168
    奶油蘑菇汤 | cream of mushroom soup | 蘑菇浓汤, mushroom soup, creamy mushroom soup | 28
    罗宋汤 | borscht | 红菜汤 | 26
    南瓜浓汤 | pumpkin soup | 南瓜汤, cream of pumpkin soup, pumpkin cream soup | 26
    番茄浓汤 | tomato soup | 番茄汤, cream of tomato soup | 24
    洋葱汤 | French onion soup | 法式洋葱汤, onion soup | 30
    味噌汤 | miso soup | 味增汤, 大酱汤日式 | 14
    冬阴功汤 | tom yum soup | 冬阴功, tom yum, tom yum goong, tom yam | 42
    银耳莲子羹 | white fungus and lotus seed soup | 银耳汤, 银耳羹, snow fungus soup, +冰糖雪梨=pear soup with rock sugar | 16`],
  ["burgers | 汉堡炸鸡 | burgers and fried chicken | 汉堡, 炸鸡, 快餐汉堡, fast food, burger, burgers, hamburger, hamburgers, fried chicken", WEST, `
    牛肉汉堡 | beef burger | 牛肉堡, 招牌汉堡, 经典汉堡, classic burger, beef burgers | 26
    芝士牛肉汉堡 | cheeseburger | 芝士汉堡, 吉士汉堡, 双层芝士汉堡, cheeseburgers, double cheeseburger, cheese burger | 28
    香辣鸡腿堡 | spicy chicken burger | 鸡腿堡, 辣鸡腿堡, 鸡肉汉堡, chicken burger, spicy chicken sandwich, chicken sandwich | 20
    鳕鱼堡 | fish burger | 鱼堡, 麦香鱼, fish sandwich, filet fish burger | 22
    虾堡 | shrimp burger | 鲜虾堡 | 22
    培根汉堡 | bacon burger | bacon cheeseburger | 32
    素食汉堡 | veggie burger | 植物肉汉堡, 素汉堡, vegan burger, vegetarian burger, plant-based burger | 30
    老北京鸡肉卷 | chicken wrap | 鸡肉卷, 嫩牛五方, wrap, wraps, chicken wraps | 19
    炸鸡桶 | fried chicken bucket | 全家桶, 炸鸡全家桶, 炸鸡套餐, bucket of chicken, chicken bucket, family bucket | 89
    韩式炸鸡 | Korean fried chicken | 甜辣炸鸡, 蜂蜜黄油炸鸡, 酱料炸鸡, korean chicken | 68
    原味炸鸡块 | original fried chicken pieces | 吮指原味鸡, 炸鸡腿, 脆皮鸡腿, 炸鸡块, fried chicken pieces, fried chicken drumsticks, chicken drumsticks | 26
    黄金鸡块 | chicken nuggets | 麦乐鸡, 上校鸡块, 鸡块, nuggets, chicken mcnuggets | 16
    香辣炸鸡翅 | fried chicken wings | 辣翅, 炸鸡翅, 香辣鸡翅, buffalo wings, spicy wings, hot wings | 18
    炸鸡排 | fried chicken cutlet | 鸡排, 大鸡排, 台湾大鸡排, 爆浆鸡排, chicken cutlet, fried chicken steak | 18
    薯条 | french fries | 大薯条, 大薯, 细薯, 炸薯条, fries, chips, large fries, potato fries | 13
    洋葱圈 | onion rings | | 14
    芝士薯条 | cheese fries | loaded fries | 20
    土豆泥 | mashed potatoes | 薯泥, mash | 12
    热狗 | hot dog | 热狗肠, hot dogs, hotdog | 16
    炸鱼薯条 | fish and chips | 炸鱼 | 48
    蛋挞 | egg tarts | 葡式蛋挞, egg tart, portuguese egg tart, custard tart | 15
    汉堡套餐 | burger meal | 汉堡薯条可乐套餐, 汉堡可乐套餐, burger combo, burger and fries | 36`],
  ["pizza | 披萨 | pizza | 比萨, 匹萨, pizzas, 披萨饼", PIZZA, `
    玛格丽特披萨 | margherita pizza | 玛格丽特, margarita pizza, margherita, cheese and tomato pizza | 58
    意式腊肠披萨 | pepperoni pizza | 腊肠披萨, 萨拉米披萨, 意大利香肠披萨, 辣香肠披萨, pepperoni, salami pizza | 68
    夏威夷披萨 | Hawaiian pizza | 菠萝披萨, 火腿菠萝披萨, pineapple pizza, ham and pineapple pizza | 66
    超级至尊披萨 | supreme pizza | 至尊披萨, 豪华披萨, deluxe pizza, combination pizza | 78
    榴莲披萨 | durian pizza | 榴莲比萨 | 76
    四重芝士披萨 | four cheese pizza | 芝士披萨, 四种芝士披萨, cheese pizza, quattro formaggi | 68
    海鲜披萨 | seafood pizza | +虾仁披萨=shrimp pizza | 82
    培根披萨 | bacon pizza | 培根蘑菇披萨 | 68
    烤鸡披萨 | barbecue chicken pizza | 奥尔良鸡肉披萨, 鸡肉披萨, bbq chicken pizza, chicken pizza | 68
    蔬菜披萨 | vegetarian pizza | 素食披萨, veggie pizza, vegetable pizza, +纯素披萨=vegan pizza | 58
    蘑菇披萨 | mushroom pizza | 松露蘑菇披萨, truffle mushroom pizza, funghi pizza | 64
    牛肉披萨 | beef pizza | 黑椒牛肉披萨, +肉食披萨=meat lover's pizza | 76
    金枪鱼披萨 | tuna pizza | | 66
    火腿披萨 | ham pizza | prosciutto pizza, 帕尔马火腿披萨 | 72
    卡颂披萨饺 | calzone | 披萨饺 | 58
    蒜香面包 | garlic bread | 蒜蓉面包, 大蒜面包 | 18`],
  ["western | 西餐 | western food | 牛排, 意大利菜, 法餐, italian food, french food, steak house, western meal", "一分熟=rare, 三分熟=medium rare, 五分熟=medium, 七分熟=medium well, 全熟=well done, 黑椒汁=black pepper sauce, 蘑菇汁=mushroom sauce", `
    西冷牛排 | sirloin steak | steak, sirloin, steaks, beef steak, +菲力牛排=fillet steak, +黑椒牛排=black pepper steak | 88
    肋眼牛排 | ribeye steak | 眼肉牛排, ribeye, rib eye | 118
    战斧牛排 | tomahawk steak | | 398
    T骨牛排 | T-bone steak | t骨 | 168
    煎三文鱼 | pan-seared salmon | 香煎三文鱼, grilled salmon, salmon fillet, salmon steak, 三文鱼排 | 88
    香煎鸡排 | grilled chicken breast | 煎鸡胸, 鸡胸肉, chicken breast, roast chicken breast | 42
    烤鸡 | roast chicken | 烤整鸡, 柠檬烤鸡, 奥尔良烤鸡, rotisserie chicken, whole roast chicken, whole chicken | 58
    猪肋排 | barbecue ribs | 烤肋排, bbq ribs, pork ribs, spare ribs, ribs | 98
    惠灵顿牛排 | beef Wellington | | 228
    法式鹅肝 | foie gras | 鹅肝 | 128
    法式焗蜗牛 | escargots | 焗蜗牛, 蜗牛, escargot, snails | 68
    红酒炖牛肉 | beef bourguignon | 勃艮第牛肉, 红酒烩牛肉, beef stew | 78
    奶油炖菜 | ratatouille | 普罗旺斯炖菜 | 42
    牧羊人派 | shepherd's pie | 肉派, meat pie, cottage pie | 52
    德国香肠 | German sausages | 烤香肠, 香肠, sausage, sausages, bratwurst | 42
    德国猪肘 | German pork knuckle | 咸猪手, 德国咸猪手, 猪肘, pork knuckle, +炸肉排=schnitzel=炸牛排 | 98
    总汇三明治 | club sandwich | 公司三明治, 三明治, sandwich, sandwiches, +火腿三明治=ham sandwich, +培根生菜番茄三明治=BLT sandwich=blt=bacon sandwich | 32
    金枪鱼三明治 | tuna sandwich | tuna melt | 28
    潜艇堡 | submarine sandwich | 潜艇三明治, sub sandwich, sub, footlong | 32
    帕尼尼 | panini | 热压三明治, toasted sandwich, grilled cheese, grilled cheese sandwich | 32
    贝果 | bagel | 贝果三明治, bagels, cream cheese bagel, 奶酪贝果 | 22
    西班牙火腿拼盘 | cured ham platter | 火腿拼盘, 西班牙小吃, tapas, charcuterie | 98
    芝士焗龙虾 | lobster with cheese | 波士顿龙虾, 龙虾, lobster | 198
    希腊烤肉卷 | gyros | gyro, 希腊菜, souvlaki | 38
    土耳其烤肉 | doner kebab | 烤肉卷, 旋转烤肉, kebab, doner, shawarma, kebabs, turkish kebab | 32
    法拉费 | falafel | 鹰嘴豆丸子, falafels | 30
    鹰嘴豆泥 | hummus | 胡姆斯 | 28`],
  ["salad | 轻食沙拉 | salads | 沙拉, 轻食, 色拉, salad, healthy food, light meal", "油醋汁=vinaigrette, 千岛酱=thousand island dressing, 凯撒酱=caesar dressing, 酱料分装=dressing on the side, 不要洋葱=no onion", `
    凯撒沙拉 | Caesar salad | 鸡肉凯撒沙拉, chicken caesar salad, caesar | 32
    鸡胸肉沙拉 | chicken salad | 鸡肉沙拉, 烤鸡沙拉, grilled chicken salad | 34
    金枪鱼沙拉 | tuna salad | 吞拿鱼沙拉 | 34
    牛油果沙拉 | avocado salad | 牛油果大虾沙拉, shrimp avocado salad | 38
    希腊沙拉 | Greek salad | feta salad | 34
    蔬菜沙拉 | green salad | 田园沙拉, 素沙拉, garden salad, vegetable salad, mixed salad | 24
    水果沙拉 | fruit salad | | 26
    牛肉沙拉 | beef salad | 牛排沙拉, steak salad | 42
    虾仁沙拉 | prawn salad | 鲜虾沙拉, shrimp salad | 38
    三文鱼沙拉 | salmon salad | 烟熏三文鱼沙拉, smoked salmon salad | 44
    藜麦沙拉 | quinoa salad | quinoa bowl | 36
    土豆沙拉 | potato salad | 日式土豆沙拉 | 20
    科布沙拉 | Cobb salad | 考伯沙拉 | 38
    酸奶水果碗 | yogurt fruit bowl | 酸奶碗, 巴西莓果碗, acai bowl, yogurt bowl, granola bowl, yogurt parfait | 32
    全麦鸡肉卷 | whole-wheat chicken wrap | 全麦卷, healthy wrap | 28`],
  ["sushi | 日料寿司 | sushi and Japanese food | 寿司, 日料, 日本料理, 日式, 刺身类, sushi, japanese food, japanese", SUSHI, `
    寿司拼盘 | sushi platter | 寿司套餐, 综合寿司, 什锦寿司, sushi set, sushi combo, assorted sushi, mixed sushi | 88
    三文鱼寿司 | salmon nigiri | 三文鱼握寿司, 火炙三文鱼, salmon sushi, nigiri | 36
    三文鱼刺身 | salmon sashimi | 三文鱼, 生鱼片, 刺身, sashimi, salmon, +刺身拼盘=sashimi platter | 58
    金枪鱼寿司 | tuna nigiri | tuna sushi, +金枪鱼刺身=tuna sashimi, +蓝鳍金枪鱼=bluefin tuna | 48
    鳗鱼寿司 | eel sushi | unagi sushi | 38
    加州卷 | California rolls | california roll | 32
    三文鱼卷 | salmon rolls | 三文鱼寿司卷, salmon roll, maki, maki rolls, sushi rolls, sushi roll, 寿司卷 | 34
    牛油果卷 | avocado rolls | avocado roll, vegetarian sushi, vegan sushi, 素寿司 | 28
    蟹柳寿司 | crab stick sushi | 蟹棒寿司, crab sushi | 26
    鹅肝寿司 | foie gras sushi | | 52
    甜虾寿司 | sweet shrimp sushi | shrimp sushi, ebi sushi, +甜虾刺身=sweet shrimp sashimi | 36
    手卷 | hand rolls | 三文鱼手卷, hand roll, temaki | 22
    三角饭团 | onigiri | 日式饭团, 金枪鱼饭团, 海苔饭团, rice ball, rice balls | 9
    天妇罗 | tempura | 炸虾天妇罗, shrimp tempura, prawn tempura, tempura shrimp | 42
    章鱼小丸子 | takoyaki | 章鱼烧, 小丸子, octopus balls | 18
    大阪烧 | okonomiyaki | 广岛烧, japanese pancake | 32
    日式炸鸡 | karaage | 唐扬炸鸡, 唐扬鸡块, japanese fried chicken | 26
    日式烤鸡串 | yakitori | 烤鸡肉串, chicken skewers | 28
    可乐饼 | croquettes | korokke, croquette | 16
    毛豆 | edamame | 盐水毛豆 | 14
    海胆 | sea urchin | uni, 海胆刺身 | 98
    玉子烧 | tamagoyaki | 厚蛋烧, japanese omelette, omelette, omelet, 欧姆蛋 | 20
    蛋包饭 | omurice | 日式蛋包饭, omelette rice | 28`],
  ["korean | 韩餐 | Korean food | 韩国料理, 韩料, 韩国菜, korean, korean cuisine, korean bbq, 韩式烤肉", SPICY, `
    辣炒年糕 | tteokbokki | 炒年糕, 韩式年糕, 年糕, spicy rice cakes, topokki, rice cakes, +芝士年糕=cheese tteokbokki | 26
    紫菜包饭 | gimbap | 韩式紫菜包饭, 海苔卷, kimbap, korean sushi rolls, seaweed rice roll, seaweed rice rolls | 20
    泡菜汤 | kimchi stew | 泡菜锅, 辣白菜汤, kimchi jjigae, kimchi soup | 30
    大酱汤 | doenjang stew | soybean paste stew, doenjang jjigae | 28
    嫩豆腐汤 | soft tofu stew | 豆腐锅, sundubu, soondubu, tofu stew, tofu soup, 豆腐汤 | 30
    参鸡汤 | ginseng chicken soup | 人参鸡汤, samgyetang | 68
    韩式烤五花肉 | samgyeopsal | 烤五花肉套餐, korean pork belly, korean bbq set, 韩式烤肉套餐 | 98
    韩式烤牛肉 | bulgogi | 烤牛肉, beef bulgogi | 58
    泡菜 | kimchi | 辣白菜 | 12
    海鲜饼 | seafood pancake | 海鲜葱饼, pajeon, +泡菜饼=kimchi pancake | 32
    韩式杂菜 | japchae | 韩式粉条, glass noodles korean | 28
    韩式炸酱面 | jajangmyeon | korean black bean noodles | 26
    韩式拉面 | ramyeon | korean ramen, +火鸡面=fire noodles=buldak noodles, +芝士拉面=cheese ramyeon | 18
    韩式排骨汤 | galbitang | +牛尾汤=oxtail soup, +雪浓汤=seolleongtang | 48
    酱蟹 | soy marinated crab | 酱油蟹 | 118`],
  ["southeast-asian | 东南亚菜 | Thai and Vietnamese food | 泰国菜, 泰餐, 越南菜, 新马菜, thai food, vietnamese food, thai, malaysian food, singapore food", SPICY, `
    绿咖喱鸡 | Thai green curry | 泰式绿咖喱, 绿咖喱, green curry, green curry chicken, thai curry | 42
    红咖喱牛肉 | Thai red curry | 红咖喱, red curry | 46
    黄咖喱蟹 | yellow curry crab | 咖喱蟹, curry crab, +咖喱虾=curry prawns | 128
    青木瓜沙拉 | green papaya salad | 泰式青木瓜沙拉, papaya salad, som tam | 28
    芒果糯米饭 | mango sticky rice | 芒果饭 | 28
    打抛猪肉饭 | pad kra pao | 打抛饭, 打抛猪, thai basil pork, basil chicken, thai basil chicken | 32
    沙爹串 | satay skewers | 沙嗲, 沙爹鸡肉串, satay, chicken satay | 36
    越南春卷 | Vietnamese summer rolls | 夏卷, summer rolls, rice paper rolls, fresh spring rolls | 28
    越南法包 | banh mi | 越式法棍三明治, 越南三明治, vietnamese sandwich | 28
    肉骨茶 | bak kut teh | pork bone tea | 42
    新加坡辣椒蟹 | chilli crab | 辣椒蟹, 避风塘炒蟹, chili crab, singapore chilli crab | 168
    咖喱鱼蛋 | curry fish balls | 鱼蛋, 鱼丸, fish balls | 18
    仁当牛肉 | beef rendang | rendang | 46
    泰式酸辣虾汤面 | tom yum noodles | 冬阴功面 | 36
    虾饼 | Thai prawn cakes | 泰式虾饼, 鱼饼, shrimp cakes | 38`],
  ["indian | 印度菜 | Indian food | 咖喱, 印度餐, curry, curries, indian, indian cuisine", SPICY, `
    黄油咖喱鸡 | butter chicken | 奶油咖喱鸡, murgh makhani | 48
    印度咖喱鸡 | chicken tikka masala | 玛莎拉鸡, 咖喱鸡, chicken curry, tikka masala, chicken tikka | 46
    羊肉咖喱 | lamb curry | 咖喱羊肉, lamb rogan josh, rogan josh, mutton curry | 56
    蔬菜咖喱 | vegetable curry | 素咖喱, veggie curry, vegan curry | 36
    菠菜奶酪咖喱 | palak paneer | 菠菜奶酪, saag paneer, paneer, paneer butter masala | 42
    扁豆咖喱 | dal | 豆子咖喱, dhal, daal, lentil curry, dal makhani, lentil soup | 32
    鹰嘴豆咖喱 | chana masala | chickpea curry | 34
    坦都里烤鸡 | tandoori chicken | 印度烤鸡, tandoori | 52
    印度烤饼 | naan | 馕, 印度馕, naan bread, butter naan, 新疆馕, +大蒜馕=garlic naan | 14
    印度飞饼 | roti prata | 飞饼, 印度薄饼, roti, paratha, roti canai | 18
    咖喱角 | samosas | 三角饺, samosa | 20
    多萨薄饼 | dosa | masala dosa | 30
    芒果拉西 | mango lassi | 拉西, lassi, 印度酸奶 | 20
    印度奶茶 | masala chai | 香料奶茶, chai, chai tea, chai latte | 18
    咖喱牛肉 | beef curry | 咖喱牛腩, beef vindaloo, vindaloo, 咖喱牛肉饭 | 46`],
  ["mexican | 墨西哥菜 | Mexican food | 墨西哥餐, mexican, tex-mex, 墨西哥卷", SPICY, `
    墨西哥塔可 | tacos | 塔可, 玉米饼, taco, beef tacos, fish tacos, chicken tacos | 36
    墨西哥卷饼 | burrito | 卷饼, 布里托, burritos, chicken burrito, beef burrito, bean burrito | 38
    墨西哥薄饼 | quesadilla | 芝士薄饼, quesadillas, chicken quesadilla | 36
    玉米片配芝士 | nachos | 墨西哥玉米片, 玉米片, nacho, loaded nachos, tortilla chips | 30
    牛油果酱 | guacamole | | 24
    墨西哥铁板烧 | fajitas | 铁板牛肉, fajita | 58
    安吉拉卷 | enchiladas | 辣酱卷饼, enchilada | 42
    辣豆酱 | chilli con carne | 墨西哥辣豆, chili con carne, chili, bean chili | 36
    墨西哥饭碗 | burrito bowl | 墨西哥碗 | 38
    吉事果 | churros | 西班牙油条, 拉丁果, churro | 20
    炸玉米粽 | tamales | tamale | 32`],
  ["seafood | 海鲜 | seafood | 海鲜大餐, 水产, sea food", SPICY, `
    清蒸大黄鱼 | steamed yellow croaker | 大黄鱼, 黄鱼, yellow croaker | 78
    蒜蓉蒸龙虾 | steamed lobster with garlic | 澳洲龙虾 | 298
    避风塘虾 | typhoon shelter prawns | 椒盐虾, 油焖大虾, 大虾, prawns, shrimp, salt and pepper prawns, 虾 | 72
    葱姜炒蟹 | crab with ginger and spring onion | 梭子蟹, 螃蟹, 面包蟹, 肉蟹煲, crab, crabs | 98
    辣炒花甲 | spicy clams | 花甲, 花蛤, 蛤蜊, clams, clam | 36
    爆炒鱿鱼 | stir-fried squid | calamari, 鱿鱼圈, fried calamari | 42
    清蒸石斑鱼 | steamed grouper | 石斑鱼, 东星斑, grouper | 138
    红烧带鱼 | braised ribbon fish | 带鱼, 干煎带鱼 | 46
    鲍鱼 | abalone | 红烧鲍鱼, 蒜蓉鲍鱼 | 98
    海鲜拼盘 | seafood platter | 海鲜大咖, 捞汁小海鲜, 海鲜桶, seafood boil, seafood bucket | 158
    皮皮虾 | mantis shrimp | 濑尿虾 | 98
    帝王蟹 | king crab | | 698
    青口贝 | mussels | 贻贝, 白酒青口 | 58
    海蜇皮 | jellyfish salad | 凉拌海蜇 | 32
    红烧鱼 | braised fish | 红烧鲤鱼, 红烧鲫鱼, 糖醋鱼, 糖醋鲤鱼, sweet and sour fish, fish | 58`],
  ["snacks | 小吃零食 | snacks | 零食, 小吃, 街头小吃, snack, street food, nibbles", SPICY, `
    薯片 | potato chips | 乐事薯片, crisps, bag of chips, potato crisps | 8
    爆米花 | popcorn | 焦糖爆米花, caramel popcorn | 15
    瓜子 | sunflower seeds | 葵花子, 洽洽瓜子, melon seeds | 10
    坚果 | mixed nuts | 每日坚果, 混合坚果, nuts, trail mix | 28
    牛肉干 | beef jerky | 肉干, jerky, +猪肉脯=pork jerky=肉脯 | 32
    辣条 | spicy gluten strips | 卫龙辣条, latiao | 6
    饼干 | biscuits | 曲奇饼, 夹心饼干, 奥利奥, cookies and biscuits, biscuit, +苏打饼干=crackers | 9
    曲奇 | cookies | 黄油曲奇, 巧克力曲奇, cookie, chocolate chip cookies | 18
    巧克力 | chocolate | 巧克力棒, 黑巧克力, chocolates, chocolate bar, dark chocolate | 15
    糖果 | sweets | 水果糖, candy, candies, +棒棒糖=lollipops=lollipop, +软糖=gummies=gummy bears | 10
    口香糖 | chewing gum | gum, +薄荷糖=mints | 10
    果冻 | jelly cups | 吸吸果冻 | 6
    海苔 | seaweed snack | 海苔脆, nori snack, roasted seaweed | 12
    糖葫芦 | candied hawthorn | 冰糖葫芦, tanghulu, candied fruit | 12
    糖炒栗子 | roasted chestnuts | 板栗, 栗子, chestnuts | 22
    烤肠 | grilled sausage | 淀粉肠, 火腿肠, 台湾烤肠, 脆皮肠, taiwanese sausage | 6
    凉粉 | bean jelly | 川北凉粉, 伤心凉粉, cold jelly noodles | 11
    狼牙土豆 | wavy fried potatoes | 炸土豆 | 12
    驴打滚 | sweet soybean flour rolls | 艾窝窝 | 12
    麻花 | fried dough twists | 天津麻花 | 15
    绿豆糕 | mung bean cakes | 糕点, 中式糕点, chinese pastries, +桂花糕=osmanthus cake | 22
    月饼 | mooncakes | 广式月饼, mooncake, moon cakes, moon cake, +鲜肉月饼=pork mooncakes, +冰皮月饼=snow skin mooncakes | 24
    沙琪玛 | sachima | 萨其马 | 12
    锅巴 | rice crust crisps | | 8
    炸薯饼 | hash browns | 薯饼, hash brown | 8
    蚵仔煎 | oyster omelette | 海蛎煎 | 28`],
  ["dessert | 甜品 | desserts | 甜点, 糖水, 下午茶, 蛋糕店, 甜的, 甜食, something sweet, dessert, sweet treats, pudding, puddings", SWEET, `
    双皮奶 | double-skin milk pudding | milk pudding, +姜撞奶=ginger milk curd, +红豆双皮奶=red bean milk pudding | 16
    芋圆甜品 | taro balls dessert | 芋圆, 鲜芋仙, 芋圆烧仙草, taro balls | 20
    红豆沙 | sweet red bean soup | 红豆汤, red bean soup | 14
    绿豆沙 | sweet mung bean soup | 绿豆汤, 绿豆沙冰, mung bean soup | 10
    芝麻糊 | black sesame soup | 黑芝麻糊, sesame soup | 14
    龟苓膏 | herbal jelly | guilinggao | 14
    冰粉 | ice jelly | 红糖冰粉, 手搓冰粉, bingfen | 10
    刨冰 | shaved ice | 绵绵冰, 芒果刨冰, 雪花冰, bingsu, snow ice, 冰品 | 26
    西米露 | sago pudding | 椰汁西米露, sago, tapioca pudding | 16
    芒果布丁 | mango pudding | 布丁, caramel pudding, creme caramel, 焦糖布丁, flan | 16
    焦糖布蕾 | creme brulee | 法式炖蛋 | 28
    提拉米苏 | tiramisu | 提拉米苏蛋糕 | 32
    芝士蛋糕 | cheesecake | 乳酪蛋糕, cheese cake, cheesecakes, +巴斯克蛋糕=Basque cheesecake=巴斯克芝士蛋糕 | 32
    巧克力蛋糕 | chocolate cake | +黑森林蛋糕=Black Forest cake, +熔岩蛋糕=lava cake | 36
    草莓蛋糕 | strawberry cake | 草莓奶油蛋糕, strawberry shortcake | 36
    生日蛋糕 | birthday cake | 奶油蛋糕, 水果蛋糕, 蛋糕, 儿童生日蛋糕, cake, cream cake, fruit cake, cakes | 168
    千层蛋糕 | mille crepe cake | crepe cake, +榴莲千层=durian crepe cake, +芒果千层=mango crepe cake, +抹茶千层=matcha crepe cake | 32
    抹茶蛋糕 | matcha cake | 抹茶慕斯 | 32
    慕斯蛋糕 | mousse cake | 慕斯, mousse, chocolate mousse | 30
    红丝绒蛋糕 | red velvet cake | 红丝绒 | 36
    胡萝卜蛋糕 | carrot cake | | 34
    瑞士卷 | Swiss roll | 蛋糕卷, 毛巾卷, roll cake | 24
    雪媚娘 | snow mochi with cream | 麻薯, 糯米糍, 大福, mochi, daifuku, mochis | 18
    泡芙 | cream puffs | 奶油泡芙, 闪电泡芙, cream puff, eclair, eclairs, profiteroles | 18
    马卡龙 | macarons | macaron, macaroons | 48
    甜甜圈 | doughnuts | donuts, donut, doughnut | 22
    华夫饼 | waffles | waffle, +鸡蛋仔=egg waffle=bubble waffle | 24
    可丽饼 | crepes | 法式薄饼, crepe, +舒芙蕾=souffle | 28
    布朗尼 | brownies | brownie, 巧克力布朗尼 | 22
    苹果派 | apple pie | 派, pie, pies, apple pies, +香芋派=taro pie | 12
    榴莲班戟 | durian pancakes | +芒果班戟=mango pancake | 26
    冰淇淋 | ice cream | 冰激凌, 香草冰淇淋, ice creams, vanilla ice cream, gelato, +圣代=sundae, +甜筒=ice cream cone, +冰棍=ice lolly=雪糕 | 15
    巧克力冰淇淋 | chocolate ice cream | 巧克力圣代, chocolate sundae | 18
    冻酸奶 | frozen yogurt | 酸奶冰淇淋, froyo | 22
    雪花酥 | nougat crisps | 牛轧糖 | 22
    巴克拉瓦 | baklava | 果仁蜜饼 | 36`],
  ["bakery | 面包 | bread and bakery | 面包店, 烘焙, 西点, bakery, breads, pastry, pastries", NONE, `
    吐司面包 | sandwich loaf | 吐司, 白吐司, 面包, 切片面包, 切片吐司, toast, bread, white bread, loaf of bread, sliced bread | 16
    全麦面包 | whole-wheat bread | 全麦吐司, 黑麦面包, whole wheat bread, wholemeal bread, rye bread, brown bread | 18
    可颂 | croissant | 羊角面包, 牛角包, 牛角面包, croissants, butter croissant | 14
    法棍 | baguette | 法式长棍, 法国面包, baguettes, french bread | 18
    肉松面包 | pork floss bun | 肉松小贝, pork floss bread | 12
    红豆面包 | red bean bread | 豆沙面包 | 10
    奶酥面包 | milk crumble bread | 奶油面包, cream bread, cream bun | 12
    毛毛虫面包 | caterpillar bread | | 10
    恰巴塔 | ciabatta | 夏巴塔 | 18
    丹麦酥 | Danish pastry | 丹麦面包, danish, 水果丹麦 | 16
    肉桂卷 | cinnamon roll | cinnamon rolls, cinnamon bun | 18
    巧克力可颂 | chocolate croissant | pain au chocolat, 巧克力面包 | 16
    佛卡夏 | focaccia | | 22
    盐面包 | salt bread | 海盐卷, 盐可颂, salted butter roll | 10
    司康 | scone | 英式司康, scones | 14
    玛芬 | muffin | 蓝莓玛芬, 玛芬蛋糕, muffins, blueberry muffin | 14
    铜锣烧 | dorayaki | | 12
    老婆饼 | wife cake | +蛋黄酥=egg yolk pastry, +凤梨酥=pineapple cakes, +鲜花饼=flower cakes | 20
    酸种面包 | sourdough bread | 欧包, 软欧包, sourdough, country bread | 26`],
  ["fruit | 水果 | fruit | 新鲜水果, 水果店, 果切, fruits, fresh fruit", "切好=cut, 去皮=peeled, 小份=small, 大份=large", `
    水果拼盘 | fruit platter | 鲜切水果, 果盘, 水果捞, 水果盒, cut fruit, fruit box, fruit cup, fruit plate | 32
    苹果 | apples | 红富士, 红富士苹果, apple, fuji apples | 15
    香蕉 | bananas | banana | 10
    橙子 | oranges | 赣南脐橙, 脐橙, orange | 18
    橘子 | mandarins | 砂糖橘, 沃柑, 蜜桔, 桔子, mandarin, tangerines, mandarin oranges, tangerine | 16
    西瓜 | watermelon | 麒麟瓜, 半个西瓜, 8424西瓜, watermelons | 28
    哈密瓜 | cantaloupe | 甜瓜, 蜜瓜, hami melon, melon, honeydew | 26
    葡萄 | grapes | 青提, 红提, 提子, grape, +阳光玫瑰=Shine Muscat grapes=shine muscat=晴王葡萄 | 28
    草莓 | strawberries | 丹东草莓, 奶油草莓, strawberry | 32
    蓝莓 | blueberries | blueberry | 22
    车厘子 | cherries | 樱桃, cherry | 68
    芒果 | mangoes | 台芒, 小台农芒果, mango, mangos | 22
    榴莲 | durian | 榴莲肉, 猫山王, 金枕榴莲, durians | 138
    菠萝 | pineapple | 凤梨, pineapples, +菠萝蜜=jackfruit | 18
    桃子 | peaches | 水蜜桃, 蜜桃, peach, +黄桃=yellow peaches, +油桃=nectarines | 24
    梨 | pears | 雪梨, 皇冠梨, 香梨, 梨子, pear | 15
    猕猴桃 | kiwifruit | 奇异果, 黄心猕猴桃, kiwi, kiwis | 22
    火龙果 | dragon fruit | 红心火龙果, pitaya | 20
    荔枝 | lychees | 妃子笑, 桂味荔枝, lychee, litchi | 32
    龙眼 | longans | 桂圆, longan | 24
    柚子 | pomelo | 红心柚, +西柚=grapefruit=葡萄柚 | 22
    石榴 | pomegranates | pomegranate | 24
    山竹 | mangosteens | mangosteen | 42
    木瓜 | papaya | | 18
    牛油果 | avocados | 鳄梨, avocado | 26
    李子 | plums | 西梅, plum | 22
    杨梅 | bayberries | waxberries | 38
    枇杷 | loquats | loquat | 32
    柠檬 | lemons | lemon, +青柠=limes=lime | 9
    柿子 | persimmons | persimmon, 脆柿 | 16
    圣女果 | cherry tomatoes | 小番茄, 小西红柿, cherry tomato | 14
    甘蔗 | sugarcane | | 12
    百香果 | passion fruits | passion fruit, passionfruit | 16`],
  ["groceries | 买菜 | groceries | 生鲜, 买菜外送, 蔬菜, 超市, 菜, grocery, supermarket, fresh food", NONE, `
    鸡蛋 | eggs | 土鸡蛋, 鲜鸡蛋, 一盒鸡蛋, dozen eggs, box of eggs, free-range eggs | 15
    大米 | bag of rice | 五常大米, 东北大米, 袋装大米, rice 5kg, uncooked rice | 45
    面粉 | flour | 小麦粉, 中筋面粉, wheat flour | 18
    挂面 | dried noodles | 面条干, 龙须面 | 8
    食用油 | cooking oil | 花生油, 菜籽油, 调和油, 玉米油, vegetable oil, peanut oil | 65
    橄榄油 | olive oil | | 78
    酱油 | soy sauce | +生抽=light soy sauce, +老抽=dark soy sauce | 12
    醋 | vinegar | 香醋, rice vinegar, +白醋=white vinegar, +陈醋=aged vinegar=black vinegar | 9
    盐 | salt | 食盐, table salt | 3
    白糖 | sugar | 砂糖, white sugar, +红糖=brown sugar | 8
    蜂蜜 | honey | 土蜂蜜 | 45
    西红柿 | tomatoes | 番茄, tomato | 8
    土豆 | potatoes | 马铃薯, 洋芋, potato | 6
    胡萝卜 | carrots | 红萝卜, carrot | 5
    洋葱 | onions | onion | 5
    大白菜 | Chinese cabbage | 白菜, napa cabbage, +娃娃菜=baby cabbage, +小白菜=bok choy=上海青 | 6
    菠菜 | spinach | | 7
    西兰花 | head of broccoli | 花椰菜, 西蓝花 | 9
    新鲜黄瓜 | cucumbers | 水果黄瓜, cucumber | 6
    大蒜 | garlic | 生姜大蒜, 蒜头, 葱姜蒜 | 6
    生姜 | ginger | 姜, 老姜, fresh ginger | 5
    辣椒 | chilli peppers | 小米辣, 尖椒, peppers, chili peppers, +青椒=green peppers=bell peppers | 7
    香菜 | coriander | 芫荽, cilantro | 4
    香菇 | shiitake mushrooms | 蘑菇, mushrooms, mushroom, +金针菇=enoki mushrooms=enoki, +平菇=oyster mushrooms, +杏鲍菇=king oyster mushrooms | 9
    豆腐 | block of tofu | 老豆腐, 嫩豆腐, 北豆腐, bean curd, +豆腐干=dried tofu | 6
    猪肉 | fresh pork | pork, +五花肉=pork belly, +里脊肉=pork loin=猪里脊, +肉末=minced pork | 32
    牛肉 | fresh beef | 牛里脊, beef, +牛腩=beef brisket, +牛腱子=beef shank, +牛肉末=minced beef=ground beef | 58
    羊肉 | fresh lamb | lamb, mutton, +羊腿=leg of lamb | 62
    排骨 | fresh pork ribs | 猪小排, 肋排, 猪肋骨 | 48
    整鸡 | fresh chicken | 三黄鸡, 土鸡, 鸡肉, chicken, +鸡腿=chicken legs=chicken thighs | 36
    速冻水饺 | frozen dumplings | 冷冻饺子, 速冻饺子 | 24
    速冻披萨 | frozen pizza | 冷冻披萨 | 26
    冻虾仁 | frozen shrimp | 虾仁, 冷冻虾仁, frozen prawns, peeled shrimp | 45
    黄油 | butter | 无盐黄油, unsalted butter | 24
    奶酪 | cheese | 芝士, cheddar, +马苏里拉=mozzarella, +奶酪棒=cheese sticks, +芝士片=cheese slices | 22
    淡奶油 | whipping cream | 稀奶油, cream, heavy cream | 26
    燕麦片 | rolled oats | 即食燕麦, muesli, granola, +麦片=breakfast cereal=cereal=cornflakes | 26
    花生酱 | peanut butter | | 22
    果酱 | jam | +蓝莓酱=blueberry jam, +草莓酱=strawberry jam | 20
    番茄酱 | ketchup | tomato ketchup | 10
    老干妈辣酱 | chilli sauce | 辣椒酱, 辣酱, 老干妈, chili oil, chili sauce, hot sauce | 12
    火锅底料 | hotpot soup base | 牛油火锅底料, hotpot base | 15
    冰块 | bag of ice | 食用冰块, 冰杯, ice, ice cubes | 6`],
];

function readMenu([category, wishes, dishes]: (typeof MENUS)[number]): { category: Category; dishes: readonly Dish[] } {
  const [id = "", zh = "", en = "", aliases] = readLines(category, 3)[0] ?? [];
  const common = readList(wishes).map(readBilingual);
  return {
    category: { id, zh, en, aliases: readList(aliases) },
    dishes: readLines(dishes, 4).flatMap(([dishZh = "", dishEn = "", names, price, wish]) =>
      readNames(dishZh, dishEn, names).map(({ own: _, ...named }) => ({
        ...named,
        category: id,
        priceYuan: Number(price),
        options: [...common, ...readList(wish).map(readBilingual)] satisfies readonly Bilingual[],
      })),
    ),
  };
}

const menus = MENUS.map(readMenu);

/** Kinds of food; their names and aliases are the words that mean any dish of the kind. */
export const dishCategories: readonly Category[] = menus.map((menu) => menu.category);

/** Everything that can be delivered, by kind, the most asked for first. */
export const dishes: readonly Dish[] = menus.flatMap((menu) => menu.dishes);
