/** Invented kitchens, cafés and grocers: a line per shop, Chinese | English | kinds of food that it sells. */
import { readLines, readList } from "./lines.ts";
import type { FoodShop } from "./types.ts";

const SHOPS = `
  茶小满 | Tea Xiaoman | milk-tea, fruit-tea
  一只云朵茶铺 | Little Cloud Tea | milk-tea, fruit-tea
  半山茶语 | Halfhill Tea | milk-tea, fruit-tea
  桃花岛奶茶 | Peach Isle Milk Tea | milk-tea, fruit-tea
  鹿与茶 | Deer and Tea | milk-tea, fruit-tea
  珠珠奶茶铺 | Pearl Pearl Tea House | milk-tea, fruit-tea
  柠檬先生 | Mr Lemon | fruit-tea, juice
  果然鲜茶 | Guoran Fresh Tea | fruit-tea, milk-tea, juice
  青团子茶饮 | Green Dumpling Tea | milk-tea, fruit-tea, dessert
  港味奶茶记 | Harbour Milk Tea | milk-tea, cantonese
  晨光咖啡 | Morninglight Coffee | coffee, bakery
  蓝桥咖啡 | Blue Bridge Coffee | coffee, bakery
  慢豆咖啡 | Slow Bean Coffee | coffee, dessert
  北巷手冲 | North Lane Pour-over | coffee
  转角咖啡馆 | Corner Café | coffee, bakery, western
  小鹿角咖啡 | Little Antler Coffee | coffee, milk-tea
  海盐咖啡工坊 | Sea Salt Coffee Works | coffee, dessert
  树下咖啡 | Under the Tree Coffee | coffee, salad
  鲜榨时间 | Squeeze Time | juice, fruit
  阳光果汁吧 | Sunny Juice Bar | juice, salad
  冰点饮品店 | Ice Point Drinks | juice, snacks
  街角汽水铺 | Corner Soda Shop | juice, snacks
  老酒坊 | Old Wine Lane | alcohol
  麦浪精酿 | Wheatwave Craft Beer | alcohol, bbq
  夜航酒铺 | Night Sail Liquor | alcohol, snacks
  藤蔓酒窖 | Vine Cellar | alcohol
  阿婆早餐 | Granny's Breakfast | breakfast, dumplings
  老街豆浆 | Old Street Soy Milk | breakfast
  一碗好粥 | A Good Bowl of Congee | breakfast, soup
  清晨包子铺 | Dawn Bun Shop | breakfast, dumplings
  津味煎饼 | Tianjin Crepe Stall | breakfast
  大笼包点 | Big Steamer Buns | breakfast, dumplings, cantonese
  早安厨房 | Good Morning Kitchen | breakfast, western, coffee
  金牌粥铺 | Golden Congee | breakfast, rice
  马家兰州拉面 | Ma's Lanzhou Noodles | noodles
  山城小面馆 | Mountain City Noodles | noodles, rice-noodles
  秦川面庄 | Qinchuan Noodle House | noodles, northern
  老西北面馆 | Old Northwest Noodles | noodles, northern
  江南面馆 | Jiangnan Noodle Shop | noodles, jiangnan
  豚之屋拉面 | Ton House Ramen | noodles, sushi
  大碗面 | Big Bowl Noodles | noodles, rice
  老城烩面 | Old Town Braised Noodles | noodles, soup
  罗马面坊 | Roma Pasta Workshop | pasta, western, pizza
  意面小屋 | Pasta Cottage | pasta, western
  柳江螺蛳粉 | Liu River Snail Noodles | rice-noodles
  漓水米粉 | Lishui Rice Noodles | rice-noodles
  云上米线 | Cloud Rice Noodles | rice-noodles
  湘里嗦粉 | Xiang Village Rice Noodles | rice-noodles, hunan
  老妈麻辣烫 | Mama's Malatang | rice-noodles, hotpot
  蜀味冒菜 | Shu Taste Maocai | rice-noodles, sichuan
  金陵鸭血粉丝 | Jinling Vermicelli | rice-noodles, soup
  食在盖饭 | Shizai Rice Bowls | rice
  张记黄焖鸡 | Zhang's Braised Chicken | rice
  台北小厨 | Taipei Little Kitchen | rice, noodles, milk-tea
  好饭到 | Good Rice Express | rice, soup
  饭团子便当 | Rice Buddy Bento | rice, sushi
  老广烧腊 | Old Canton Roast | rice, cantonese
  妈妈的味道 | Mum's Cooking | rice, northern, soup
  鲜炒工坊 | Fresh Wok Works | rice, sichuan
  川香阁 | Chuanxiang Pavilion | sichuan
  蜀江人家 | Shujiang Family | sichuan, hotpot
  麻辣江湖 | Mala World | sichuan, bbq
  巴渝酸菜鱼 | Bayu Pickled Fish | sichuan, seafood
  锦官小馆 | Jinguan Bistro | sichuan, rice
  川味香锅 | Chuan Dry Pot | sichuan
  湘江小厨 | Xiangjiang Kitchen | hunan
  辣妹子湘菜馆 | Spicy Sister Hunan | hunan, rice
  洞庭人家 | Dongting Family | hunan, seafood
  岳麓小炒 | Yuelu Stir-fry | hunan
  粤顺茶楼 | Yueshun Tea House | cantonese
  点点心意 | Dim Dim Sum | cantonese, dumplings
  港九冰室 | Kowloon Café | cantonese, milk-tea, noodles
  潮味轩 | Chaowei House | cantonese, hotpot, soup
  珠江老火汤 | Pearl River Slow Soup | cantonese, soup
  西湖楼 | West Lake House | jiangnan
  外滩本帮菜 | Bund Shanghai Kitchen | jiangnan
  苏园食府 | Suyuan Restaurant | jiangnan, noodles
  钱塘小馆 | Qiantang Bistro | jiangnan, rice
  姑苏点心 | Gusu Pastry | jiangnan, dumplings, dessert
  京味斋 | Jingwei House | northern
  东北大院 | Northeast Courtyard | northern, dumplings
  天山人家 | Tianshan Family | northern, bbq
  齐鲁饭庄 | Qilu Restaurant | northern, seafood
  西域驼铃 | Camel Bell of the West | northern, noodles, bbq
  长安肉夹馍 | Chang'an Roujiamo | northern, noodles, breakfast
  前门烤鸭 | Qianmen Roast Duck | northern
  红锅里 | Red Pot Lane | hotpot
  巴山老火锅 | Bashan Old Hotpot | hotpot
  牛小锅 | Beef Little Pot | hotpot
  铜炉涮肉 | Copper Stove Lamb | hotpot, northern
  椰林鸡 | Coconut Grove Chicken | hotpot, soup
  一人小锅 | One-person Pot | hotpot, rice
  夜猫子烧烤 | Night Owl Barbecue | bbq, alcohol
  大漠串吧 | Desert Skewers | bbq
  炭火青年 | Charcoal Youth | bbq, snacks
  老李烤串 | Lao Li Skewers | bbq
  虾兵小龙虾 | Shrimp Soldier Crayfish | bbq, seafood
  卤三国 | Three Kingdoms Braise | bbq, snacks
  烟火小串 | Street Smoke Skewers | bbq, alcohol
  大娘手工饺子 | Auntie's Handmade Dumplings | dumplings
  饺香园 | Jiaoxiang Dumplings | dumplings, northern
  喜乐馄饨 | Happy Wonton | dumplings, soup
  南翔汤包馆 | Nanxiang Soup Dumplings | dumplings, jiangnan
  沙洲小吃 | Shazhou Snacks | dumplings, noodles, rice
  暖胃汤馆 | Warm Soup House | soup
  瓦罐人家 | Clay Jar Family | soup, rice
  老汤坊 | Old Broth | soup, noodles
  牛牛汉堡 | Niuniu Burger | burgers
  汉堡研究所 | Burger Lab | burgers
  脆皮王炸鸡 | Crispy King Fried Chicken | burgers
  美味街汉堡 | Tasty Street Burger | burgers, juice
  乐多炸鸡 | Leduo Chicken | burgers, korean
  一口堡 | One Bite Burger | burgers, coffee
  大块头汉堡 | Big Guy Burgers | burgers, western
  小镇热狗 | Town Hot Dogs | burgers, snacks
  石窑披萨 | Stone Oven Pizza | pizza
  拿波里披萨 | Napoli Pizzeria | pizza, pasta
  圆圆披萨 | Roundy Pizza | pizza, burgers
  芝心披萨 | Cheeseheart Pizza | pizza, salad
  三角披萨屋 | Slice House | pizza, western
  牧场牛排 | Ranch Steakhouse | western
  左岸西餐 | Left Bank Bistro | western, dessert
  橄榄树餐厅 | Olive Tree Kitchen | western, salad
  城堡西餐厅 | Castle Grill | western, alcohol
  伊斯坦布尔烤肉 | Istanbul Kebab | western, bbq
  三明治日记 | Sandwich Diary | western, salad, breakfast
  轻盈沙拉 | Lightly Salad | salad
  绿野轻食 | Greenfield Bowls | salad, rice
  每日一碗 | A Bowl a Day | salad, juice
  叶子厨房 | Leaf Kitchen | salad, soup
  樱之寿司 | Sakura Sushi | sushi
  海町日料 | Kaicho Japanese Kitchen | sushi, noodles
  一番寿司 | Ichiban Roll | sushi
  鲸屋居酒屋 | Whale House Izakaya | sushi, alcohol
  小丸子日式料理 | Maruko Kitchen | sushi, rice
  首尔小馆 | Little Seoul | korean
  汉江韩餐 | Han River Kitchen | korean
  年糕姐姐 | Rice Cake Sister | korean, snacks
  泡菜家韩式料理 | Kimchi Home | korean, rice
  曼谷街头 | Bangkok Street | southeast-asian
  湄公河小厨 | Mekong Kitchen | southeast-asian
  狮城味道 | Lion City Flavours | southeast-asian, noodles
  西贡河粉 | Saigon Pho | southeast-asian, rice-noodles
  泰香阁 | Thai Fragrance | southeast-asian, rice
  恒河咖喱 | Ganges Curry | indian
  孟买厨房 | Mumbai Kitchen | indian, rice
  香料之家 | House of Spice | indian
  咖喱小姐 | Miss Curry | indian, southeast-asian, rice
  仙人掌墨西哥餐厅 | Cactus Cantina | mexican
  塔可先生 | Señor Taco | mexican
  玉米地 | Cornfield Mexican Grill | mexican, salad
  渔家码头 | Fisherman's Pier | seafood
  海边大排档 | Seaside Stall | seafood, bbq
  蟹将军 | General Crab | seafood
  鲜海渔村 | Fresh Sea Village | seafood, cantonese
  百味零食铺 | Hundred Flavours Snacks | snacks
  嘴巴不停 | Never Stop Munching | snacks, juice
  老街小吃 | Old Street Bites | snacks, breakfast
  城南臭豆腐 | South Town Stinky Tofu | snacks, hunan
  甜野糖水 | Sweet Field Desserts | dessert
  满记小甜 | Little Sweet House | dessert, fruit-tea
  云朵蛋糕 | Cloud Cakes | dessert, bakery
  糖糖烘焙 | Tangtang Bakes | dessert, bakery
  冰雪小镇 | Ice Town Gelato | dessert
  生日快乐蛋糕店 | Happy Birthday Cakes | dessert, bakery
  麦田面包房 | Wheatfield Bakery | bakery, coffee
  三月面包 | March Bread | bakery
  法兰西烘焙 | Boulangerie Lumière | bakery, coffee
  老香斋糕点 | Laoxiang Pastry | bakery, snacks
  果园直送 | Orchard Direct | fruit
  鲜果时光 | Fruit Hours | fruit, juice
  百果乡 | Village of Fruit | fruit
  一筐水果 | A Basket of Fruit | fruit, groceries
  切切鲜果 | Cut Cut Fruit | fruit, dessert
  邻里生鲜 | Neighbour Fresh | groceries, fruit
  菜篮子到家 | Basket to Door | groceries
  每日鲜超市 | Daily Fresh Market | groceries, fruit, snacks, juice, alcohol
  好邻居便利店 | Good Neighbour Store | groceries, snacks, juice, alcohol
  二十四小时便利 | Round the Clock Store | snacks, juice, groceries, alcohol
`;

/** Who delivers food. Every `dishCategories` id is sold by at least three shops. */
export const foodShops: readonly FoodShop[] = readLines(SHOPS, 3).map(([zh = "", en = "", categories]) => ({
  zh,
  en,
  categories: readList(categories),
}));
