/**
 * Kinds of goods in the shops. A shelf is a category line, the invented brands that make such goods, and a line per kind:
 * Chinese | English | further names | lowest-highest yuan | "c" when it comes in colours, and a set of sizes
 * `+zh=en=name…` among the names is a thing of its own with the traits of its line, `@` another price for it.
 */
import { invariant } from "@wanwen/core";
import { readBilingual, readLines, readList, readNames, readRange } from "./lines.ts";
import type { Bilingual, Category, Product, ProductShop } from "./types.ts";

/** Sizes that a person may name; a line refers to them by the key. */
const SIZES: Readonly<Record<string, readonly string[]>> = {
  wear: ["XS", "S", "M", "L", "XL", "XXL", "XXXL"],
  shoes: ["35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45"],
  kids: ["90", "100", "110", "120", "130", "140", "150"],
  nappy: ["NB", "S", "M", "L", "XL"],
  bed: ["1.2m", "1.5m", "1.8m", "2.0m"],
  ring: ["10", "12", "14", "16", "18"],
};

const SHELVES: readonly (readonly [category: string, brands: string, products: string])[] = [
  ["audio | 耳机音响 | headphones and audio | 音频, audio, 音箱耳机", "声悦=Sonavo, 鲸语=Whalesong, 聆风=Lingfeng, 弦月=Crescent", `
    蓝牙耳机 | Bluetooth earphones | 无线耳机, 真无线耳机, 耳机, 蓝牙耳麦, bluetooth headphones, wireless earbuds, earbuds, earphones, wireless headphones, bluetooth earbuds, wireless earphones, headphones, headphone, bluetooth headset | 59-899 | c
    降噪耳机 | noise-cancelling headphones | 主动降噪耳机, noise cancelling earbuds, anc headphones, noise canceling headphones | 299-1999 | c
    头戴式耳机 | over-ear headphones | 头戴耳机, 头戴式蓝牙耳机, over ear headphones, on-ear headphones | 129-1599 | c
    有线耳机 | wired earphones | 入耳式耳机, type-c耳机, wired headphones, wired earbuds | 19-199 | c
    运动耳机 | sports earphones | 骨传导耳机, 挂耳式耳机, bone conduction headphones, running headphones, sport earbuds | 99-899 | c
    游戏耳机 | gaming headset | 电竞耳机, 电竞耳麦, gaming headphones, headset | 99-699 | c
    儿童耳机 | kids headphones | 儿童头戴耳机 | 59-199 | c
    蓝牙音箱 | Bluetooth speaker | 音箱, 便携音箱, 无线音箱, 小音箱, 音响, speaker, speakers, portable speaker, wireless speaker, bluetooth speakers | 69-1299 | c
    智能音箱 | smart speaker | 语音音箱, 智能音响, voice speaker | 129-899 | c
    回音壁 | soundbar | 电视音响, sound bar, home theatre speaker | 399-2999 |
    麦克风 | microphone | 话筒, 领夹麦克风, 无线麦克风, k歌麦克风, mic, wireless microphone, usb microphone, lavalier mic | 49-899 | c
    收音机 | radio | 半导体收音机, fm radio | 49-299 |
    录音笔 | voice recorder | dictaphone, recorder | 129-699 |
    随身听 | music player | mp3, mp3播放器, mp3 player | 99-999 | c
    黑胶唱机 | record player | 唱片机, turntable, vinyl player | 399-2599 |
    耳机保护套 | earbuds case | 耳机套, 耳机壳, earphone case, headphone case, earbud case | 9-59 | c`],
  ["phones | 手机平板 | phones and tablets | 手机店, 手机数码, phone store", "星尘=Stardust, 曜石=Obsid, 云帆=Yunfan, 北斗星=Polaris", `
    智能手机 | smartphone | 手机, 5g手机, 新手机, phone, cell phone, mobile phone, mobile, android phone, smart phone, new phone, cellphone | 899-6999 | c
    折叠屏手机 | foldable phone | 折叠手机, folding phone, flip phone | 4999-11999 | c
    老人手机 | phone for seniors | 老人机, 老年机, senior phone, feature phone, big button phone | 129-499 | c
    儿童电话手表 | kids phone watch | 儿童手表, 电话手表, kids smartwatch, kids watch, children's watch | 199-1299 | c
    平板电脑 | tablet | 平板, tablets, tablet computer, drawing tablet pad, +学习平板=learning tablet | 799-4999 | c
    电子书阅读器 | e-reader | 电纸书, 墨水屏, 阅读器, ebook reader, e-book reader, ereader | 599-1999 |
    智能手表 | smartwatch | 运动手表, smart watch, fitness watch, sports watch, smartwatches, gps watch | 199-2999 | c
    智能手环 | fitness band | 运动手环, 手环, fitness tracker, smart band, activity tracker, smart bracelet | 99-399 | c
    对讲机 | walkie-talkie | 无线对讲机, walkie talkies, two-way radio | 99-599 |
    智能眼镜 | smart glasses | ar眼镜, ar glasses | 999-2999 |`],
  ["phone-accessories | 手机配件 | phone accessories | 配件, 数码配件, phone accessory, mobile accessories", "闪驰=Flashgo, 极客线=Geekline, 小黄蜂=Bumblebee, 拓能=Tuoneng", `
    手机充电器 | phone charger | 充电器, 快充头, 充电头, 快充充电器, 氮化镓充电器, charger, usb charger, fast charger, wall charger, usb-c charger, type-c charger, mobile charger, chargers, gan charger | 19-199 |
    数据线 | USB-C cable | 充电线, 快充线, type-c数据线, usb线, charging cable, usb cable, charge cable, phone cable, data cable, type-c cable, usb c cable, charger cable, +苹果数据线=Lightning cable | 9-69 | c
    充电宝 | power bank | 移动电源, 便携充电宝, 共享充电宝, powerbank, portable charger, portable power bank, battery pack, external battery, power banks, +磁吸充电宝=magnetic power bank | 49-399 | c
    无线充电器 | wireless charger | 无线充, 磁吸无线充, wireless charging pad, charging pad | 39-299 | c
    手机壳 | phone case | 手机套, 保护壳, 手机保护套, 透明手机壳, phone cover, phone cases, case for phone, mobile case, iphone case | 9-129 | c
    手机膜 | screen protector | 钢化膜, 贴膜, 手机贴膜, tempered glass, screen protectors, phone screen protector, +防窥膜=privacy screen | 9-79 |
    手机支架 | phone stand | 桌面手机支架, 懒人支架, phone holder, phone mount, mobile stand | 12-99 | c
    车载手机支架 | car phone mount | 汽车手机支架, car phone holder, car mount | 19-129 |
    自拍杆 | selfie stick | selfie sticks, +手机三脚架=phone tripod | 25-159 | c
    手机挂绳 | phone lanyard | 手机链, 手机绳, phone strap | 9-49 | c
    手机散热器 | phone cooler | 散热背夹, phone cooling fan | 39-199 |
    平板保护套 | tablet case | 平板壳, ipad保护套, ipad case, tablet cover | 29-199 | c
    触控笔 | stylus pen | 电容笔, 手写笔, stylus, tablet pen | 39-499 |
    存储卡 | memory card | 内存卡, tf卡, sd卡, sd card, micro sd card, microsd | 29-299 |
    读卡器 | card reader | sd card reader | 15-89 |
    转接头 | adapter | 耳机转接头, otg转接头, usb-c adapter, headphone adapter, dongle, audio adapter | 9-79 |
    旅行转换插头 | travel adapter | 转换插头, 万能转换插座, power adapter, plug adapter, universal adapter, travel plug | 25-159 |
    电话卡 | SIM card | 流量卡, sim卡, 手机卡, esim, data sim | 29-199 |
    手机防水袋 | waterproof phone pouch | 防水手机袋, waterproof phone case | 12-49 | c
    智能追踪器 | item tracker | 防丢器, 定位器, key finder, bluetooth tracker, luggage tracker, gps tracker | 39-249 | c`],
  ["computers | 电脑办公 | computers | 电脑, 电脑配件, computer, computer accessories, pc", "凌云=Lingyun, 方舟=Arkbit, 青石=Bluestone, 敲敲=Clacky", `
    笔记本电脑 | laptop | 笔记本电脑轻薄本, 手提电脑, 轻薄本, laptops, notebook computer, laptop computer, ultrabook | 2499-12999 | c
    游戏本 | gaming laptop | 游戏笔记本, 电竞笔记本 | 5499-16999 |
    台式电脑 | desktop computer | 台式机, 主机, 台式电脑主机, desktop pc, desktop | 2299-11999 |
    迷你主机 | mini PC | 小主机, mini computer | 999-4999 |
    显示器 | monitor | 电脑显示器, 4k显示器, 电竞显示器, 电脑屏幕, computer monitor, gaming monitor, monitors, 4k monitor, display | 499-3999 |
    便携显示器 | portable monitor | 便携屏, portable display | 499-1999 |
    键盘 | keyboard | 无线键盘, 蓝牙键盘, wireless keyboard, keyboards, bluetooth keyboard, computer keyboard | 39-299 | c
    机械键盘 | mechanical keyboard | 青轴键盘, 游戏键盘, 客制化键盘, gaming keyboard | 129-999 | c
    鼠标 | mouse | 无线鼠标, 蓝牙鼠标, 静音鼠标, wireless mouse, computer mouse, bluetooth mouse | 25-399 | c
    游戏鼠标 | gaming mouse | 电竞鼠标 | 79-699 | c
    键鼠套装 | keyboard and mouse set | 键盘鼠标套装, keyboard mouse combo, keyboard and mouse | 59-399 | c
    鼠标垫 | mouse pad | 护腕鼠标垫, 超大鼠标垫, mousepad, mouse mat, desk mat | 9-99 | c
    U盘 | USB flash drive | 优盘, 闪存盘, flash drive, usb stick, usb drive, thumb drive, memory stick | 25-299 |
    移动硬盘 | portable hard drive | 外接硬盘, external hard drive, hard drive, hard disk | 299-999 | c
    固态硬盘 | solid state drive | 硬盘, 移动固态硬盘, ssd, portable ssd, external ssd | 199-1499 |
    内存条 | memory module | 电脑内存, ddr5内存, ram, laptop ram | 129-899 |
    显卡 | graphics card | 独立显卡, gpu, video card | 1499-15999 |
    路由器 | Wi-Fi router | 无线路由器, wifi路由器, wifi 路由器, router, wireless router, wifi router | 89-899 |
    随身WiFi | portable Wi-Fi | 移动wifi, 4g随身wifi, mobile hotspot, mifi, pocket wifi | 59-299 |
    网线 | Ethernet cable | 六类网线, lan cable, network cable, internet cable | 9-99 |
    扩展坞 | docking station | 拓展坞, usb分线器, 集线器, usb hub, usb-c hub, hub, dock | 49-699 |
    摄像头 | webcam | 电脑摄像头, 高清摄像头, web camera, web cam | 79-499 |
    打印机 | printer | 家用打印机, 激光打印机, 喷墨打印机, laser printer, inkjet printer, home printer | 399-2499 |
    照片打印机 | photo printer | 口袋打印机, 相片打印机, pocket printer | 299-999 | c
    墨盒 | ink cartridge | 打印机墨盒, 硒鼓, 墨水, printer ink, printer toner, ink | 39-399 |
    投影仪 | projector | 家用投影仪, 投影机, 投影, home projector, mini projector | 599-5999 |
    笔记本支架 | laptop stand | 电脑支架, 散热支架, laptop riser, laptop cooling pad | 39-299 | c
    电脑包 | laptop bag | 笔记本电脑包, 内胆包, 电脑内胆包, laptop sleeve, laptop case, laptop backpack | 49-399 | c
    数位板 | graphics tablet | 手绘板, 绘图板, drawing tablet, pen tablet | 199-1999 |
    屏幕清洁剂 | screen cleaner | 电脑清洁套装, screen cleaning kit, keyboard cleaner | 15-49 |
    HDMI线 | HDMI cable | 高清线, 视频线, hdmi | 15-129 |
    网络交换机 | network switch | 交换机, ethernet switch | 59-399 |`],
  ["cameras | 摄影摄像 | cameras | 相机, 摄影, camera store, photography", "光影=Lumora, 行者=Strider, 拾光=Shiguang", `
    数码相机 | digital camera | 卡片机, 照相机, ccd相机, camera, point and shoot camera, compact camera | 499-4999 | c
    微单相机 | mirrorless camera | 微单, 单反相机, 单反, dslr, dslr camera | 2999-15999 |
    拍立得 | instant camera | 一次成像相机, polaroid, polaroid camera | 449-999 | c
    拍立得相纸 | instant film | 相纸, polaroid film, photo paper | 49-129 |
    运动相机 | action camera | 全景相机, gopro, 360 camera, sports camera | 699-3499 |
    无人机 | drone | 航拍无人机, 航拍器, drones, camera drone | 299-6999 |
    三脚架 | tripod | 相机三脚架, camera tripod | 59-699 |
    手机稳定器 | gimbal | 手持云台, 稳定器, phone gimbal, stabilizer | 299-999 |
    补光灯 | ring light | 直播补光灯, 美颜灯, fill light, led light panel | 39-399 |
    相机包 | camera bag | 摄影包, 单反包 | 69-599 | c
    镜头 | camera lens | 相机镜头, 定焦镜头, lens | 899-7999 |
    胶卷 | camera film | 彩色胶卷, film roll, 35mm film | 49-129 |
    家用监控摄像头 | security camera | 监控摄像头, 监控, 家用监控, 宠物摄像头, 室外摄像头, home camera, cctv, ip camera, surveillance camera, pet camera | 99-599 |
    行车记录仪 | dash cam | 车载记录仪, dashcam, dash camera | 149-899 |
    望远镜 | binoculars | 双筒望远镜, 演唱会望远镜, binocular | 69-899 |
    天文望远镜 | telescope | | 299-3999 |`],
  ["games | 游戏影音 | games and consoles | 游戏, 游戏机店, video games, gaming", "像素熊=Pixelbear, 街机侠=Arcadeon, 方块屋=Cubehouse", `
    游戏机 | game console | 家用游戏机, 主机游戏机, console, games console, gaming console, video game console, xbox, +switch游戏机=Switch console=switch, +ps5游戏机=PS5 console=ps5=playstation | 999-4299 | c
    掌机 | handheld game console | 掌上游戏机, 复古掌机, handheld console, retro console | 99-2999 | c
    游戏手柄 | game controller | 手柄, 蓝牙手柄, 无线手柄, controller, gamepad, wireless controller, joystick | 79-499 | c
    VR眼镜 | VR headset | vr一体机, 虚拟现实眼镜, virtual reality headset, vr glasses | 199-3999 |
    电视 | television | 电视机, 智能电视, 液晶电视, 55寸电视, tv, smart tv, 4k tv, tvs, led tv | 899-9999 |
    电视盒子 | TV box | 机顶盒, 网络机顶盒, streaming stick, set-top box, tv stick | 149-499 |
    电视挂架 | TV wall mount | 电视支架, tv mount, tv bracket | 49-299 |
    游戏光盘 | video game disc | 游戏卡带, 游戏卡, game cartridge, video game | 149-399 |
    游戏点卡 | game gift card | 点卡, steam充值卡, 游戏充值卡, gaming gift card | 50-500 |
    电竞椅 | gaming chair | 游戏椅 | 399-1999 | c
    桌游 | board game | 卡牌游戏, 剧本杀盒装, board games, card game, tabletop game, +狼人杀=werewolf card game, +大富翁=Monopoly-style board game | 29-299 |
    扑克牌 | playing cards | 扑克, 纸牌, poker cards, deck of cards | 5-49 |
    麻将 | mahjong set | 麻将牌, mahjong | 99-699 |
    自动麻将机 | automatic mahjong table | 麻将机, 麻将桌 | 1299-4999 |
    象棋 | Chinese chess set | 中国象棋, xiangqi, chinese chess | 19-199 |
    围棋 | Go set | go board, 五子棋, weiqi, game of go | 29-299 |
    国际象棋 | chess set | chess, chess board | 29-299 |`],
  ["appliances | 家用电器 | home appliances | 家电, 大家电, 小家电, appliances, appliance", "家和=Jiahe, 雪川=Snowriver, 悠居=Yoohome, 小筑=Littlehut", `
    冰箱 | refrigerator | 双开门冰箱, 小冰箱, 迷你冰箱, fridge, mini fridge, fridge freezer | 599-6999 | c
    冰柜 | freezer | 冷柜, chest freezer | 699-2999 |
    洗衣机 | washing machine | 滚筒洗衣机, 全自动洗衣机, 洗烘一体机, washer, laundry machine, washer dryer | 699-5999 |
    迷你洗衣机 | mini washing machine | 内衣洗衣机, 内裤洗衣机, 小洗衣机, portable washer | 199-999 |
    烘干机 | tumble dryer | 干衣机, 衣服烘干机, dryer, clothes dryer | 199-3999 |
    空调 | air conditioner | 挂机空调, 移动空调, 立式空调, ac, aircon, air conditioning, portable air conditioner, air con | 1599-6999 |
    电风扇 | electric fan | 风扇, 落地扇, 循环扇, 台扇, fan, standing fan, desk fan, floor fan | 59-599 | c
    小风扇 | mini fan | 手持风扇, 手持小风扇, 挂脖风扇, 桌面小风扇, usb风扇, handheld fan, portable fan, usb fan, neck fan | 15-129 | c
    取暖器 | space heater | 电暖器, 暖风机, 小太阳, 电暖气, heater, electric heater, fan heater, portable heater, +油汀=oil heater | 79-799 |
    电热毯 | electric blanket | 电褥子, heated blanket | 59-399 | bed
    暖手宝 | hand warmer | 充电暖手宝, hand warmers, heating pad, +热水袋=hot water bottle=暖水袋, +暖宝宝=heat pads | 9-99 | c
    加湿器 | humidifier | 空气加湿器, 桌面加湿器, air humidifier, humidifiers | 49-599 | c
    除湿机 | dehumidifier | 抽湿机, 除湿器 | 299-1999 |
    空气净化器 | air purifier | 净化器, 除甲醛净化器, air cleaner | 299-2999 |
    吸尘器 | vacuum cleaner | 无线吸尘器, 手持吸尘器, 家用吸尘器, vacuum, cordless vacuum, hoover, handheld vacuum | 129-2999 |
    扫地机器人 | robot vacuum | 扫拖一体机器人, 扫地机, robot vacuum cleaner, robovac, robot cleaner | 699-4499 |
    洗地机 | wet and dry floor washer | 拖地机, floor washer, electric mop | 699-3299 |
    除螨仪 | mite vacuum | 床上除螨仪, 除螨机, mattress vacuum | 149-799 |
    吹风机 | hair dryer | 电吹风, 高速吹风机, hairdryer, blow dryer, hair drier | 59-1299 | c
    卷发棒 | curling iron | 卷发器, hair curler, curling wand, +直发器=hair straightener=直发夹=flat iron | 49-499 | c
    电动剃须刀 | electric shaver | 剃须刀, 刮胡刀, 电动刮胡刀, shaver, electric razor | 59-999 | c
    理发器 | hair clipper | 电推剪, 推子, 剃头刀, hair clippers, hair trimmer, beard trimmer | 49-299 |
    电动牙刷 | electric toothbrush | 声波电动牙刷, sonic toothbrush, electric toothbrushes | 69-799 | c
    冲牙器 | water flosser | 洗牙器, 水牙线, oral irrigator | 79-399 | c
    挂烫机 | garment steamer | 手持挂烫机, 蒸汽挂烫机, clothes steamer, steamer | 79-699 |
    电熨斗 | iron | 熨斗, 蒸汽熨斗, steam iron, clothes iron | 69-499 |
    电热水器 | water heater | 热水器, 燃气热水器, electric water heater | 599-3499 |
    饮水机 | water dispenser | 即热饮水机, 台式饮水机, water cooler | 129-1299 |
    净水器 | water purifier | 滤水壶, 家用净水器, 净水壶, water filter, water filter jug, filter pitcher | 59-2499 |
    浴霸 | bathroom heater | | 299-1599 |
    电蚊拍 | electric mosquito swatter | 灭蚊拍, fly swatter | 25-79 |
    灭蚊灯 | mosquito lamp | 灭蚊器, mosquito killer, bug zapper | 29-199 |
    电话机 | landline telephone | 座机, 固定电话, telephone | 49-299 |
    毛球修剪器 | lint shaver | 去毛球器, 剃毛器, fabric shaver, lint remover machine | 25-129 |
    缝纫机 | sewing machine | 家用缝纫机 | 199-1499 |
    马桶盖 | smart toilet seat | 智能马桶盖, 智能马桶, bidet, toilet seat | 59-2499 |
    智能门锁 | smart lock | 指纹锁, 密码锁, 电子门锁, smart door lock, fingerprint lock | 399-2499 |
    门铃 | doorbell | 可视门铃, 智能门铃, video doorbell, smart doorbell | 39-499 |
    智能插座 | smart plug | wifi插座, smart socket | 25-99 |`],
  ["kitchen-appliances | 厨房电器 | kitchen appliances | 厨电, kitchen appliance", "食光=Foodtime, 灶王=Zaowang, 悠厨=Yoochef, 家和=Jiahe", `
    电饭煲 | rice cooker | 电饭锅, 小电饭煲, rice cookers, mini rice cooker | 99-999 | c
    电压力锅 | electric pressure cooker | 高压锅, 压力锅, 电高压锅, pressure cooker, instant pot | 149-799 |
    电热水壶 | electric kettle | 烧水壶, 热水壶, 电水壶, 电热壶, kettle, water kettle, kettles, water boiler | 39-399 | c
    养生壶 | health kettle | 煮茶器, 煮茶壶, tea maker | 69-399 |
    微波炉 | microwave oven | 家用微波炉, microwave | 299-1299 |
    空气炸锅 | air fryer | 空气炸, airfryer, air fryers | 129-899 | c
    烤箱 | oven | 电烤箱, 家用烤箱, electric oven, toaster oven | 129-1999 |
    蒸烤箱 | steam oven | 蒸箱 | 899-5999 |
    电磁炉 | induction cooker | 电陶炉, induction hob, induction stove, hot plate | 99-699 |
    燃气灶 | gas stove | 煤气灶, 灶台, gas hob, cooker | 299-1999 |
    抽油烟机 | range hood | 油烟机, cooker hood | 699-3999 |
    洗碗机 | dishwasher | 台式洗碗机, dish washer | 999-5999 |
    消毒柜 | dish steriliser cabinet | 筷子消毒机 | 199-1299 |
    豆浆机 | soy milk maker | 免滤豆浆机, soymilk maker | 129-799 |
    榨汁机 | juicer | 原汁机, 便携榨汁机, juice maker, +榨汁杯=portable blender=portable juicer | 49-699 | c
    破壁机 | high-speed blender | 料理机, 搅拌机, 辅食机, blender, food processor, mixer grinder, smoothie maker | 99-999 |
    打蛋器 | hand mixer | 电动打蛋器, egg beater, whisk, electric whisk | 15-199 |
    厨师机 | stand mixer | 和面机, 揉面机, dough mixer | 399-2599 |
    面包机 | bread maker | 家用面包机, bread machine | 299-999 |
    烤面包机 | toaster | 多士炉, 吐司机, toasters | 69-399 | c
    三明治机 | sandwich maker | 早餐机, 华夫饼机, waffle maker | 49-199 | c
    咖啡机 | coffee machine | 意式咖啡机, 家用咖啡机, 胶囊咖啡机, coffee maker, espresso machine, capsule coffee machine | 199-3999 | c
    磨豆机 | coffee grinder | 咖啡磨豆机, 手摇磨豆机, bean grinder | 69-899 |
    绞肉机 | meat grinder | 电动绞肉机, mincer | 49-299 |
    电火锅 | electric hotpot | 多功能锅, 电煮锅, 小电锅, 宿舍小锅, electric cooker, electric pot, mini electric pot | 49-399 | c
    电饼铛 | electric griddle | 煎烤机, electric grill, electric baking pan | 79-399 |
    煮蛋器 | egg cooker | 蒸蛋器, egg boiler | 25-99 | c
    电炖锅 | slow cooker | 电炖盅, 炖锅, 隔水炖, crock pot | 79-399 |
    酸奶机 | yogurt maker | yoghurt maker | 59-199 |
    制冰机 | ice maker | 家用制冰机, ice machine | 399-1299 |
    厨房秤 | kitchen scale | 电子厨房秤, 烘焙秤, food scale | 19-89 |
    电热饭盒 | heated lunch box | 加热饭盒, 保温电饭盒, electric lunch box | 69-259 | c`],
  ["kitchenware | 厨房用品 | kitchenware | 厨具, 餐具, 厨房, kitchen, cookware, tableware", "灶王=Zaowang, 一厨=Onecook, 青瓷里=Celadon Lane", `
    炒锅 | wok | 铁锅, 不粘炒锅, 炒菜锅, 锅, iron wok | 69-599 |
    平底锅 | frying pan | 不粘锅, 煎锅, 不粘平底锅, pan, non-stick pan, skillet, nonstick pan | 49-399 | c
    汤锅 | stockpot | 煮锅, 不锈钢汤锅, pot, soup pot, cooking pot | 69-399 |
    奶锅 | milk pan | 小奶锅, saucepan, small pot | 39-199 | c
    砂锅 | clay pot | 煲汤砂锅, 炖汤砂锅, casserole, casserole pot, dutch oven | 49-399 |
    蒸锅 | steamer pot | 蒸笼, 不锈钢蒸锅, bamboo steamer, food steamer | 49-299 |
    锅具套装 | cookware set | 厨具套装, pots and pans, pan set, pots and pans set | 199-1299 |
    菜刀 | chef's knife | 厨刀, 切菜刀, kitchen knife, cleaver, chef knife, cooking knife | 29-399 |
    刀具套装 | knife set | 厨房刀具, kitchen knives, knives | 99-699 |
    水果刀 | fruit knife | 小刀, paring knife | 9-59 | c
    削皮刀 | peeler | 刨刀, 刮皮刀, vegetable peeler | 9-39 |
    厨房剪刀 | kitchen scissors | 鸡骨剪, 强力剪刀, kitchen shears | 15-69 |
    菜板 | cutting board | 砧板, 案板, 切菜板, chopping board | 25-199 |
    锅铲 | spatula | 硅胶铲, 锅铲套装, 铲子厨房, turner, kitchen utensils, cooking utensils | 12-99 |
    汤勺 | ladle | 勺子, 漏勺, soup ladle | 9-49 |
    碗 | bowls | 饭碗, 陶瓷碗, bowl, rice bowl ceramic, ceramic bowl, +面碗=noodle bowls, +汤碗=soup bowls | 12-129 | c
    盘子 | plates | 碟子, 菜盘, 餐盘, 陶瓷盘, plate, dinner plates, dishes | 12-129 | c
    餐具套装 | dinnerware set | 碗碟套装, 碗筷套装, 碗盘套装, dinner set, tableware set, dish set | 89-699 | c
    筷子 | chopsticks | 木筷, 合金筷, chopstick | 9-59 |
    刀叉勺套装 | cutlery set | 西餐刀叉, 便携餐具, cutlery, silverware, fork and spoon, travel cutlery, +叉子=forks, +勺子套装=spoons | 15-199 |
    一次性餐具 | disposable tableware | 一次性碗, disposable plates, +一次性筷子=disposable chopsticks, +纸盘=paper plates | 9-49 |
    一次性杯子 | paper cups | 纸杯, 一次性纸杯, 塑料杯, disposable cups | 6-29 |
    玻璃杯 | glass tumbler | 水杯玻璃, 玻璃水杯, glass cup, drinking glass, drinking glasses, glasses set | 12-99 |
    马克杯 | mug | 陶瓷杯, 咖啡杯, 杯子, coffee mug, cup, coffee cup, mugs, cups, ceramic mug | 15-129 | c
    红酒杯 | wine glasses | 高脚杯, 酒杯, wine glass, +香槟杯=champagne glasses | 25-199 |
    保温杯 | thermos flask | 保温水杯, 不锈钢保温杯, 保温壶, thermos, insulated bottle, vacuum flask, insulated cup, travel mug, thermos cup, thermos bottle, +焖烧杯=food flask | 29-299 | c
    水杯 | water bottle | 运动水杯, 水壶, 大容量水杯, 吨吨桶, 随行杯, bottle, sports bottle, water bottles, drinking bottle | 15-159 | c
    茶具套装 | tea set | 功夫茶具, 茶具, 盖碗, tea sets, gongfu tea set | 69-899 |
    茶壶 | teapot | 紫砂壶, 玻璃茶壶, 泡茶壶, tea pot | 29-599 |
    茶杯 | teacup | 品茗杯, 主人杯, tea cup, teacups, tea cups | 15-199 |
    手冲咖啡壶 | pour-over coffee kit | 咖啡壶, 咖啡滤杯, coffee dripper, coffee pot, +摩卡壶=moka pot, +法压壶=French press | 49-399 |
    饭盒 | lunch box | 便当盒, 保温饭盒, 午餐盒, bento box, lunchbox, lunch boxes, insulated lunch box | 19-159 | c
    保鲜盒 | food containers | 收纳保鲜盒, 密封盒, 玻璃保鲜盒, storage containers, food storage containers, tupperware, meal prep containers | 19-129 |
    保鲜膜 | cling film | cling wrap, plastic wrap, +保鲜袋=freezer bags=食品袋, +密封袋=zip bags=ziplock bags | 9-39 |
    锡纸 | aluminium foil | 铝箔纸, tin foil, aluminum foil, +烘焙油纸=baking paper=parchment paper | 9-29 |
    密封罐 | storage jars | 玻璃罐, 米桶, 储物罐, jar, jars, glass jar | 12-129 |
    调料盒 | spice rack | 调料罐, 调味瓶, 油壶, spice jars, oil bottle, salt and pepper shakers | 12-99 |
    沥水篮 | colander | 洗菜盆, 洗菜篮, 漏盆, strainer, sieve | 15-69 |
    碗架 | dish rack | 沥水架, 沥水碗架, drying rack for dishes | 39-199 |
    烘焙模具 | baking mould | 蛋糕模具, 烤盘, baking tray, cake tin, baking pan, cake mold, muffin tin | 15-99 |
    擀面杖 | rolling pin | | 12-49 |
    量杯 | measuring cup | 量勺, measuring cups, measuring spoons | 9-39 |
    开瓶器 | bottle opener | +开罐器=can opener=tin opener, +红酒开瓶器=corkscrew=wine opener | 9-99 |
    围裙 | apron | 厨房围裙, aprons | 15-79 | c
    隔热手套 | oven gloves | 烤箱手套, oven mitts, oven mitt, +隔热垫=pot holders | 12-49 | c
    烧烤架 | barbecue grill | 烧烤炉, 户外烧烤架, bbq grill, charcoal grill, grill | 59-699 |
    打火机 | lighter | 点火器, 防风打火机, 点火枪, lighters | 5-129 |
    冰格 | ice cube tray | 冰块模具, 制冰盒, ice tray | 9-39 | c
    蛋糕蜡烛 | birthday candles | 生日蜡烛, 数字蜡烛, cake candles | 5-25 |
    吸管 | drinking straws | 一次性吸管, 吸管杯, straws, straw | 6-29 |`],
  ["cleaning | 清洁用品 | cleaning and laundry | 清洁, 日用品, 洗衣, 日化, cleaning supplies, household supplies, toiletries", "洁净日=Cleanday, 清晨=Freshmorn, 小白泡=Whitefoam", `
    抽纸 | facial tissues | 纸巾, 面巾纸, 餐巾纸, tissues, tissue, tissue paper, kleenex, paper napkins, napkins, box of tissues | 12-69 |
    卷纸 | toilet paper | 卫生纸, 厕纸, 手纸, toilet rolls, toilet roll, loo roll, bathroom tissue | 15-69 |
    厨房纸 | kitchen paper | 厨房纸巾, 吸油纸, paper towels, kitchen roll, paper towel | 15-49 |
    湿巾 | wet wipes | 湿纸巾, 酒精湿巾, 卫生湿巾, 湿厕纸, wipes, disinfectant wipes | 9-49 |
    洗衣液 | laundry detergent | 洗衣剂, liquid detergent, detergent, washing liquid | 19-89 |
    洗衣粉 | washing powder | laundry powder | 12-49 |
    洗衣凝珠 | laundry pods | 洗衣球, laundry capsules, detergent pods | 25-89 |
    衣物柔顺剂 | fabric softener | 柔顺剂, fabric conditioner, +留香珠=scent beads | 19-59 |
    洗洁精 | washing-up liquid | 洗涤灵, 餐具洗涤剂, dish soap, dishwashing liquid, dish detergent | 9-39 |
    洁厕灵 | toilet cleaner | 洁厕剂, 洁厕宝, 马桶清洁剂, toilet bowl cleaner | 9-39 |
    消毒液 | disinfectant | 衣物消毒液, antiseptic, +84消毒液=bleach=漂白水 | 12-59 |
    油污清洁剂 | grease remover | 厨房清洁剂, 油烟机清洗剂, 多功能清洁剂, kitchen cleaner, all-purpose cleaner, degreaser, multi-purpose cleaner | 12-49 |
    玻璃水清洁剂 | glass cleaner | 玻璃清洁剂, 擦窗剂, window cleaner | 12-39 |
    地板清洁剂 | floor cleaner | 地板清洁液 | 15-59 |
    管道疏通剂 | drain cleaner | 下水道疏通, 通渠粉, drain unblocker | 9-39 |
    除霉剂 | mould remover | 除霉啫喱, mold remover | 12-49 |
    洗手液 | hand soap | 泡沫洗手液, liquid soap, handwash, hand wash, +免洗洗手液=hand sanitiser=hand sanitizer | 9-49 |
    香皂 | bar soap | 肥皂, 洗衣皂, 手工皂, soap, soaps | 5-39 |
    拖把 | mop | 平板拖把, 拖布, 免手洗拖把, mops, floor mop, +旋转拖把=spin mop | 29-199 |
    扫把 | broom | 扫帚, 扫把簸箕套装, broom and dustpan, brooms, +簸箕=dustpan | 19-89 |
    抹布 | cleaning cloths | 洗碗布, 百洁布, dishcloth, cleaning cloth, microfiber cloth, +洗碗海绵=kitchen sponges=kitchen sponge=sponge=sponges, +钢丝球=steel wool | 6-39 |
    垃圾袋 | bin bags | 加厚垃圾袋, 抽绳垃圾袋, garbage bags, trash bags, rubbish bags | 9-39 |
    垃圾桶 | rubbish bin | 感应垃圾桶, 分类垃圾桶, trash can, bin, dustbin, waste bin, garbage can, trash bin | 15-199 | c
    马桶刷 | toilet brush | 厕刷 | 12-59 |
    马桶疏通器 | plunger | 皮搋子, 马桶吸, toilet plunger | 15-59 |
    粘毛器 | lint roller | 滚筒粘毛器, 除毛刷, lint rollers | 9-39 |
    橡胶手套 | rubber gloves | 家务手套, 洗碗手套, dishwashing gloves, latex gloves, cleaning gloves, +一次性手套=disposable gloves | 9-39 |
    衣架 | clothes hangers | 晾衣架, 裤架, 无痕衣架, hangers, hanger, coat hangers | 12-79 | c
    晾衣杆 | drying rack | 落地晾衣架, clothes rack, clothes drying rack, laundry rack, +晾衣绳=clothesline=晒衣架 | 39-299 |
    洗衣篮 | laundry basket | 脏衣篮, 脏衣篓, laundry hamper | 19-99 | c
    洗衣袋 | laundry bags | 洗衣网袋, 护洗袋, mesh laundry bag | 9-39 |
    空气清新剂 | air freshener | 香氛喷雾, 厕所除臭剂, room spray, air fresheners, deodoriser, +香薰=home fragrance | 9-99 |
    杀虫剂 | insect spray | 杀虫喷雾, insecticide, bug spray, +蟑螂药=cockroach killer=roach killer, +蚂蚁药=ant killer | 12-59 |
    蚊香液 | mosquito repellent liquid | 电蚊香, mosquito repellent, insect repellent, +花露水=floral water, +驱蚊喷雾=mosquito spray=驱蚊液, +蚊香=mosquito coils=mosquito coil | 12-69 |
    樟脑丸 | mothballs | 防虫防霉片, moth balls | 9-29 |
    除湿袋 | moisture absorber | 干燥剂, 除湿盒, 防潮剂, desiccant | 9-49 |
    鞋刷 | shoe cleaning kit | 擦鞋神器, shoe cleaner, shoe brush, +鞋油=shoe polish, +小白鞋清洁剂=sneaker cleaner | 12-69 |`],
  ["home | 家居家纺 | home and bedding | 家居, 家纺, 床上用品, 居家, bedding, home textiles, household", "棉语=Cottontalk, 云眠=Cloudsleep, 木与光=Wood and Light", `
    枕头 | pillow | 颈椎枕, 枕芯, pillows, neck support pillow, +乳胶枕=latex pillow, +记忆枕=memory foam pillow | 29-499 |
    四件套 | bedding set | 床上四件套, 纯棉四件套, 床品套装, bed set, bed linen, bed linen set, duvet cover set | 99-899 | c bed
    被子 | duvet | 棉被, 冬被, 被芯, quilt, comforter, quilts, +羽绒被=down duvet, +蚕丝被=silk duvet | 99-1599 | bed
    空调被 | summer quilt | 夏凉被, 薄被, light quilt | 69-399 | c bed
    床单 | bed sheet | 床罩, sheets, bed sheets, sheet, +床笠=fitted sheet | 39-299 | c bed
    被套 | duvet cover | 单件被套, quilt cover | 59-299 | c bed
    枕套 | pillowcase | pillowcases, pillow cover, +真丝枕套=silk pillowcase | 15-199 | c
    毛毯 | blanket | 毯子, 午睡毯, 珊瑚绒毯, 盖毯, blankets, throw blanket, throw, fleece blanket | 39-299 | c
    床垫 | mattress | 弹簧床垫, 床褥, mattresses, mattress topper, memory foam mattress, +乳胶床垫=latex mattress | 199-3999 | bed
    凉席 | cooling mat | 竹席, 冰丝席, 草席, summer sleeping mat, bamboo mat | 59-399 | bed
    蚊帐 | mosquito net | 免安装蚊帐, 蒙古包蚊帐 | 39-299 | c bed
    抱枕 | cushion | 靠垫, 靠枕, 腰靠, 沙发抱枕, cushions, throw pillow, lumbar pillow, back cushion | 19-129 | c
    坐垫 | seat cushion | 椅垫, 办公室坐垫, 榻榻米坐垫, chair cushion, chair pad | 19-129 | c
    u型枕 | travel neck pillow | 旅行颈枕, 护颈枕, neck pillow, travel pillow | 25-129 | c
    眼罩 | sleep mask | 睡眠眼罩, 蒸汽眼罩, 遮光眼罩, eye mask for sleeping, steam eye mask | 9-99 | c
    耳塞 | earplugs | 隔音耳塞, 睡眠耳塞, 防噪音耳塞, ear plugs | 9-79 | c
    窗帘 | curtains | 窗纱, curtain, +百叶窗=blinds, +遮光窗帘=blackout curtains | 49-499 | c
    浴帘 | shower curtain | 防水浴帘 | 25-99 | c
    地毯 | rug | 客厅地毯, 毛绒地毯, 床边毯, carpet, rugs, area rug | 59-799 | c
    地垫 | doormat | 门垫, 浴室防滑垫, 吸水垫, 脚垫, bath mat, door mat, floor mat, welcome mat | 15-99 | c
    桌布 | tablecloth | 餐桌布, 桌垫, table cloth, placemats, placemat | 19-129 | c
    沙发垫 | sofa cover | 沙发套, 沙发罩, couch cover | 59-399 | c
    毛巾 | towels | 洗脸毛巾, 纯棉毛巾, 擦脸巾, towel, face towel, hand towel, cotton towel | 9-79 | c
    浴巾 | bath towel | 大浴巾, 沙滩巾, bath towels, beach towel | 29-159 | c
    干发帽 | hair-drying cap | 干发巾, hair towel | 12-49 | c
    浴袍 | bathrobe | 睡袍, robe, dressing gown | 69-399 | c wear
    台灯 | desk lamp | 护眼台灯, 学习台灯, 床头灯, lamp, table lamp, reading lamp, bedside lamp, study lamp, desk light | 39-499 | c
    落地灯 | floor lamp | 客厅落地灯, standing lamp | 89-699 |
    吊灯 | pendant light | 客厅吊灯, chandelier, hanging lamp | 99-1999 |
    吸顶灯 | ceiling light | 卧室灯, 客厅灯, ceiling lamp | 59-899 |
    灯泡 | light bulb | led灯泡, 节能灯, 灯管, light bulbs, led bulb, bulbs, bulb | 6-59 |
    小夜灯 | night light | 感应夜灯, 人体感应灯, nightlight, motion sensor light | 12-99 | c
    灯串 | string lights | 氛围灯, 彩灯, 装饰灯, 星星灯, fairy lights, mood light, +灯带=LED strip lights=led strip | 12-129 | c
    香薰蜡烛 | scented candle | 蜡烛, 香氛蜡烛, candle, candles, scented candles | 29-299 |
    香薰机 | aroma diffuser | essential oil diffuser, reed diffuser, diffuser, +香薰精油=essential oil, +扩香石=fragrance stone=无火香薰 | 39-399 |
    挂钟 | wall clock | 时钟, 钟, 客厅挂钟, clock | 29-299 |
    闹钟 | alarm clock | 电子闹钟, 学生闹钟, alarm clocks, digital clock | 15-129 | c
    镜子 | mirror | 浴室镜, mirrors, vanity mirror, +全身镜=full-length mirror=穿衣镜, +化妆镜=makeup mirror | 19-399 |
    相框 | picture frame | 照片墙, photo frame, photo frames, picture frames, +相册=photo album | 12-199 |
    装饰画 | wall art | 挂画, wall decor, painting, +海报=posters=poster, +墙贴=wall stickers=wall sticker | 19-399 |
    花瓶 | vase | 玻璃花瓶, 陶瓷花瓶, vases, flower vase | 19-299 |
    假花 | artificial flowers | 仿真花, fake flowers, fake plants, +永生花=preserved flowers, +干花=dried flowers | 15-199 |
    收纳箱 | storage box | 整理箱, 收纳盒, 塑料收纳箱, 储物箱, storage bin, storage boxes, organizer box, organiser | 19-129 | c
    收纳袋 | storage bags | 真空压缩袋, 衣物收纳袋, 被子收纳袋, vacuum bags, vacuum storage bags | 12-79 |
    桌面收纳盒 | desk organiser | 化妆品收纳盒, 文具收纳, desk organizer, makeup organizer, pen holder, 笔筒 | 12-99 | c
    挂钩 | wall hooks | 粘钩, 无痕挂钩, 门后挂钩, hook, hooks, adhesive hooks | 5-39 |
    置物架 | storage rack | 架子, 厨房置物架, 浴室置物架, 收纳架, shelf, shelves, shelving unit, rack, bathroom shelf | 29-299 |
    鞋架 | shoe rack | 简易鞋架, shoe storage, +鞋柜=shoe cabinet, +鞋盒=shoe boxes | 29-399 |
    体重秤 | bathroom scale | 电子秤, 体脂秤, 称体重, body scale, weighing scale, scales, smart scale, weight scale | 29-299 | c
    温湿度计 | thermometer and hygrometer | 温度计, 室内温度计, hygrometer, room thermometer | 12-79 |
    插排 | power strip | 插线板, 排插, 接线板, 插座, extension cord, extension lead, power board, socket, surge protector | 19-129 |
    电池 | batteries | battery, +五号电池=AA batteries, +七号电池=AAA batteries, +纽扣电池=button cells=button cell, +充电电池=rechargeable batteries | 9-69 |
    雨伞 | umbrella | 自动伞, 晴雨伞, 伞, umbrellas, +太阳伞=parasol=遮阳伞, +折叠伞=folding umbrella | 19-199 | c
    雨衣 | raincoat | 电动车雨衣, 一次性雨衣, raincoats, +雨披=rain poncho=poncho | 9-129 | c wear
    手电筒 | torch | 强光手电, flashlight, flashlights, torches, torch light | 15-199 |
    花洒 | shower head | 淋浴喷头, 莲蓬头, showerhead, shower | 29-399 |
    水龙头 | tap | faucet, 厨房水龙头, kitchen tap, kitchen faucet | 29-399 |
    牙刷杯架 | toothbrush holder | 牙刷架, 漱口杯, bathroom cup, toothbrush cup | 9-79 | c
    马桶垫 | toilet seat cover | 一次性马桶垫 | 9-49 | c
    圣诞树 | Christmas tree | christmas lights, xmas tree, +圣诞装饰=Christmas decorations, +圣诞帽=Santa hat | 29-399 |
    春联 | Spring Festival couplets | 对联, new year decorations, +灯笼=lanterns=lantern=红灯笼=chinese lantern, +窗花=paper window cuttings, +福字=fu character | 9-99 |
    红包 | red envelopes | 利是封, 红包袋, red packets, red envelope, red packet | 5-39 |
    气球 | balloons | 生日气球, 派对装饰, 生日布置, balloon, party decorations, birthday decorations, party supplies | 9-99 | c`],
  ["furniture | 家具 | furniture | 家具店, furnitures", "木与光=Wood and Light, 原野家居=Wildfield, 云舍=Cloudhouse", `
    沙发 | sofa | 布艺沙发, 真皮沙发, 小户型沙发, couch, sofas, settee | 599-7999 | c
    懒人沙发 | bean bag chair | 豆袋沙发, 单人沙发, bean bag, beanbag | 99-699 | c
    沙发床 | sofa bed | 折叠沙发床, futon | 599-3999 | c
    床 | bed frame | 实木床, 床架, bed, beds, +双人床=double bed, +单人床=single bed | 499-4999 | bed
    折叠床 | folding bed | 行军床, 午休床, 午睡床, camp bed, cot bed | 99-499 |
    书桌 | desk | 电脑桌, 写字台, 学习桌, 办公桌, writing desk, computer desk, study desk, office desk, desks | 129-1999 |
    升降桌 | standing desk | 电动升降桌, sit-stand desk, adjustable desk | 499-2999 |
    折叠桌 | folding table | 小桌子, 床上桌, 折叠餐桌, foldable table, bed table, laptop table | 39-299 |
    餐桌 | dining table | 餐桌椅组合, 实木餐桌, dinner table, dining set, table | 299-3999 |
    茶几 | coffee table | 边几, 小茶几, side table, tea table | 99-1599 |
    椅子 | chair | 餐椅, 靠背椅, dining chair, chairs, dining chairs | 69-599 | c
    办公椅 | office chair | 人体工学椅, 电脑椅, 转椅, ergonomic chair, desk chair, office chairs, computer chair, swivel chair | 199-2999 | c
    凳子 | stool | 小板凳, 换鞋凳, stools, footstool, +吧台椅=bar stool, +折叠凳=folding stool | 15-299 | c
    摇椅 | rocking chair | deck chair, +躺椅=recliner=折叠躺椅=lounge chair | 99-1299 |
    衣柜 | wardrobe | 简易衣柜, 布衣柜, 推拉门衣柜, closet, clothes cabinet | 99-3999 |
    书架 | bookshelf | 书柜, 落地书架, bookcase, bookshelves | 59-1299 |
    床头柜 | bedside table | 床边柜, nightstand, night stand | 69-599 |
    斗柜 | chest of drawers | 五斗柜, 抽屉柜, dresser, drawers, cabinet, +收纳柜=storage cabinet | 99-1599 |
    电视柜 | TV stand | 客厅电视柜, tv cabinet, tv unit | 199-2499 |
    梳妆台 | dressing table | 化妆台, vanity table, makeup table | 199-1599 |
    衣帽架 | coat rack | 挂衣架, 落地衣帽架, coat stand, coat hanger stand | 39-299 |
    屏风 | folding screen | 隔断, room divider | 99-799 |`],
  ["tools | 五金工具 | tools and hardware | 五金, 工具, hardware, tool, diy tools", "铁匠=Ironsmith, 力方=Lifang, 巧匠=Handyman", `
    螺丝刀套装 | screwdriver set | 螺丝刀, 起子, 电动螺丝刀, screwdriver, screwdrivers, electric screwdriver | 19-199 |
    工具箱套装 | tool kit | 工具箱, 家用工具箱, 家用工具套装, toolbox, tool set, tool box, toolkit | 59-499 |
    电钻 | power drill | 手电钻, 冲击钻, 充电钻, drill, electric drill, cordless drill | 129-699 |
    锤子 | hammer | 羊角锤, hammers | 19-69 |
    扳手 | wrench | 活动扳手, 扳手套装, spanner, adjustable wrench | 19-159 |
    钳子 | pliers | 老虎钳, 尖嘴钳, plier | 15-69 |
    卷尺 | tape measure | 尺子卷尺, 皮尺, 软尺, measuring tape | 6-39 |
    美工刀 | utility knife | 裁纸刀, 壁纸刀, box cutter, craft knife | 5-39 |
    胶带 | adhesive tape | 透明胶带, 宽胶带, tape, duct tape, sellotape, scotch tape, +双面胶=double-sided tape, +封箱胶带=packing tape | 5-39 |
    胶水 | glue | 万能胶, ab胶, +502胶=super glue, +固体胶=glue stick | 5-39 |
    梯子 | ladder | 人字梯, 折叠梯, 家用梯子, step ladder, stepladder | 79-499 |
    油漆 | paint | 乳胶漆, 墙漆, wall paint, +补墙膏=wall filler=filler | 29-399 | c
    螺丝钉 | screws | 螺丝, 膨胀螺丝, screws and nails, screw, +钉子=nails | 5-39 |
    挂锁 | padlock | 锁, 密码挂锁, lock, +自行车锁=bike lock=bicycle lock, +行李箱锁=luggage lock | 9-129 |
    打气筒 | air pump | 充气泵, 自行车打气筒, bike pump, bicycle pump, pump | 25-199 |
    绳子 | rope | 尼龙绳, 麻绳, string, cord, +扎带=cable ties=zip ties | 5-49 |
    激光测距仪 | laser distance meter | 测距仪, laser measure, +水平仪=laser level | 69-399 |
    万用表 | multimeter | +测电笔=voltage tester | 19-199 |
    劳保手套 | work gloves | 工作手套, 防护手套, protective gloves | 9-49 |
    纸箱 | cardboard boxes | 快递纸箱, 搬家纸箱, 打包箱, moving boxes, carton box, packing boxes, +气泡膜=bubble wrap | 15-79 |`],
  ["women | 女装 | women's clothes | 女士服装, 女生衣服, ladies wear, womens clothing, women's clothing", "素锦=Sujin, 微澜=Ripplet, 花间=Huajian, 白桦=Birch", `
    连衣裙 | dress | 裙子, 碎花裙, 小黑裙, 长裙, dresses, summer dress, floral dress, black dress, +礼服裙=evening dress=evening gown | 69-699 | c wear
    半身裙 | skirt | 短裙, 包臀裙, skirts, mini skirt, +百褶裙=pleated skirt | 49-299 | c wear
    女士衬衫 | women's shirt | 雪纺衫, 女衬衫, blouse, blouses, ladies shirt | 49-299 | c wear
    女士T恤 | women's T-shirt | 女t恤, 短袖女, women's tee, ladies t-shirt, women t shirt | 29-159 | c wear
    吊带背心 | camisole | 吊带, 女士背心, tank top, crop top, vest top | 19-129 | c wear
    针织衫 | cardigan | 开衫, 针织开衫, 女士针织衫, cardigans, knitwear | 59-399 | c wear
    女士毛衣 | women's sweater | 高领毛衣, 女毛衣, women's jumper, turtleneck | 69-499 | c wear
    女士外套 | women's jacket | 女外套, 小香风外套, ladies jacket | 99-699 | c wear
    风衣 | trench coat | 长款风衣, 女风衣, trench | 149-999 | c wear
    毛呢大衣 | wool coat | 大衣, 呢子大衣, 双面呢大衣, overcoat, coat, coats, winter coat, +羊绒大衣=cashmere coat | 199-2499 | c wear
    女士羽绒服 | women's down jacket | 女羽绒服, 长款羽绒服, women's puffer | 199-1599 | c wear
    女士牛仔裤 | women's jeans | 女牛仔裤, 小脚裤, skinny jeans, ladies jeans, +阔腿裤=wide-leg trousers | 69-399 | c wear
    瑜伽裤 | yoga pants | 打底裤, 鲨鱼裤, 紧身裤, leggings, tights, yoga leggings | 39-299 | c wear
    女士西装 | women's suit | 女西装, 职业装, 西装外套女, blazer, women's blazer | 129-899 | c wear
    旗袍 | qipao | 改良旗袍, cheongsam | 129-999 | c wear
    汉服 | hanfu | 汉服女, chinese traditional dress, +马面裙=horse-face skirt | 99-899 | c wear
    婚纱 | wedding dress | 新娘礼服, bridal gown, +伴娘服=bridesmaid dress | 299-3999 | wear
    文胸 | bra | 内衣, 无钢圈内衣, 胸罩, bras, lingerie, underwear for women, +运动内衣=sports bra | 39-299 | c wear
    女士内裤 | women's underwear | 女内裤, 纯棉内裤女, panties, knickers | 19-99 | c wear
    丝袜 | stockings | 连裤袜, 光腿神器, pantyhose | 9-99 | c
    女士睡衣 | women's pyjamas | 睡衣, 睡衣套装, pyjamas, pajamas, pjs, sleepwear, +睡裙=nightdress=nightgown, +家居服=loungewear | 49-399 | c wear
    女士泳衣 | women's swimsuit | 泳衣, 连体泳衣, swimsuit, swimwear, bathing suit, +比基尼=bikini | 59-299 | c wear
    孕妇装 | maternity dress | 孕妇裤, 哺乳衣, maternity clothes, +哺乳内衣=nursing bra | 59-299 | c wear
    防晒衣 | sun-protective jacket | 防晒服, 冰丝防晒衣, upf jacket, sun protection clothing | 39-299 | c wear`],
  ["men | 男装 | men's clothes | 男士服装, 服装, 衣服, 服饰, 上衣, clothes, clothing, mens clothing, men's clothing, apparel", "行远=Xingyuan, 石木=Stonewood, 白桦=Birch, 北岸=Northshore", `
    T恤 | T-shirt | 短袖, 纯棉t恤, 体恤, 男士t恤, 白t恤, t恤衫, tee, t shirts, tees, tee shirt, men's t-shirt, white t-shirt, +长袖t恤=long-sleeved T-shirt | 29-199 | c wear
    男士衬衫 | shirt | 衬衫, 白衬衫, 男衬衫, 衬衣, 格子衬衫, 长袖衬衫, shirts, dress shirt, men's shirt, white shirt, flannel shirt | 49-399 | c wear
    POLO衫 | polo shirt | polo, 翻领t恤, polo shirts | 59-299 | c wear
    卫衣 | hoodie | 连帽卫衣, 圆领卫衣, hoodies, hooded sweatshirt, sweatshirt, sweatshirts | 59-399 | c wear
    毛衣 | sweater | 羊毛衫, 男士毛衣, jumper, pullover, sweaters, wool sweater, +羊绒衫=cashmere sweater | 69-699 | c wear
    夹克 | jacket | 外套, 男士外套, 男士夹克, 棒球服, jackets, bomber jacket, men's jacket | 99-699 | c wear
    牛仔外套 | denim jacket | 牛仔夹克, jean jacket | 99-399 | c wear
    皮衣 | leather jacket | 皮夹克, 机车皮衣 | 199-1999 | c wear
    羽绒服 | down jacket | 男士羽绒服, 轻薄羽绒服, 短款羽绒服, puffer jacket, puffer, winter jacket, down coat, puffer coat, +棉服=padded jacket=棉衣=棉袄 | 149-1599 | c wear
    冲锋衣 | shell jacket | 三合一冲锋衣, 防水外套, waterproof jacket, rain jacket, windbreaker, outdoor jacket | 149-1299 | c wear
    抓绒衣 | fleece jacket | 摇粒绒外套, fleece | 69-399 | c wear
    马甲 | waistcoat | 背心马甲, vest, gilet, +羽绒马甲=down vest | 59-399 | c wear
    男士背心 | sleeveless shirt | 背心, 运动背心, undershirt, singlet | 19-99 | c wear
    牛仔裤 | jeans | 男士牛仔裤, 直筒牛仔裤, denim jeans, men's jeans, pair of jeans, blue jeans | 69-499 | c wear
    休闲裤 | casual trousers | 裤子, 长裤, 男士休闲裤, trousers, pants, chinos, men's pants, slacks, +工装裤=cargo trousers=cargo pants | 59-399 | c wear
    运动裤 | joggers | 卫裤, 束脚裤, 运动长裤, sweatpants, track pants, jogging bottoms, jogging pants | 49-299 | c wear
    短裤 | shorts | 五分裤, 运动短裤, 沙滩裤, swim shorts, gym shorts, running shorts, board shorts, +牛仔短裤=denim shorts | 29-199 | c wear
    西装 | suit | 西服, 西装套装, 男士西装, 正装, men's suit, suits, tuxedo | 299-2999 | c wear
    西裤 | dress trousers | 男士西裤, 正装裤, suit trousers, dress pants | 79-399 | c wear
    男士内裤 | men's underwear | 内裤, 平角裤, 四角内裤, boxers, boxer shorts, underwear, briefs, underpants, boxer briefs | 29-159 | c wear
    秋衣秋裤 | thermal underwear | 保暖内衣, 秋裤, 秋衣, 加绒保暖内衣, long johns, thermals, thermal leggings, base layer | 49-299 | c wear
    袜子 | socks | 棉袜, 运动袜, 船袜, 长袜, 短袜, 男袜, sock, cotton socks, sports socks, ankle socks, pair of socks, wool socks | 9-79 | c
    男士睡衣 | men's pyjamas | 男睡衣, men's pajamas | 59-299 | c wear
    泳裤 | swimming trunks | 男士泳裤, swim trunks, trunks | 29-159 | c wear
    运动套装 | tracksuit | 运动服, 健身服, 速干衣, sportswear, gym clothes, track suit, workout clothes | 69-499 | c wear
    球衣 | football shirt | 足球服, 篮球服, 球服, jersey, football jersey, soccer jersey, basketball jersey | 59-499 | c wear`],
  ["accessories | 服饰配件 | fashion accessories | 配饰, 饰品, 首饰, jewellery, jewelry, fashion accessory", "素锦=Sujin, 月石=Moonstone, 微光=Glimmer", `
    棒球帽 | baseball cap | 鸭舌帽, 帽子, cap, hat, caps, hats, +渔夫帽=bucket hat, +遮阳帽=sun hat | 19-199 | c
    毛线帽 | beanie | 针织帽, 冷帽, 冬帽, beanies, knit hat, winter hat, wool hat | 19-129 | c
    围巾 | scarf | 羊绒围巾, 毛线围巾, 围脖, scarves, wool scarf, cashmere scarf | 29-499 | c
    丝巾 | silk scarf | 真丝丝巾, 披肩, shawl | 29-699 | c
    手套 | gloves | 保暖手套, 触屏手套, 羊毛手套, winter gloves, glove, mittens, +皮手套=leather gloves | 19-199 | c
    皮带 | belt | 腰带, 男士皮带, 真皮皮带, belts, leather belt | 39-399 | c
    领带 | tie | 真丝领带, necktie, ties, +领结=bow tie | 29-299 | c
    太阳镜 | sunglasses | 墨镜, 偏光太阳镜, sun glasses, shades | 39-699 | c
    防蓝光眼镜 | blue-light glasses | 眼镜, 平光镜, 近视眼镜, glasses, eyeglasses, spectacles, +老花镜=reading glasses, +眼镜框=glasses frame | 39-399 | c
    手表 | wristwatch | 石英表, 男士手表, 女士手表, 腕表, watch, watches, men's watch, women's watch, +机械表=mechanical watch, +电子表=digital watch | 59-2999 | c
    项链 | necklace | 锁骨链, necklaces, pendant, +珍珠项链=pearl necklace, +金项链=gold necklace, +银项链=silver necklace | 29-2999 |
    耳环 | earrings | 耳坠, 耳夹, earring, +耳钉=ear studs | 15-599 |
    手链 | bracelet | 手串, bracelets, +手镯=bangle, +玉镯=jade bracelet | 19-1999 |
    戒指 | ring | rings, +钻戒=diamond ring=engagement ring, +对戒=couple rings, +银戒指=silver ring | 29-5999 | ring
    黄金饰品 | gold jewellery | 金饰, 黄金, 转运珠, gold jewelry, gold, +金条=gold bar | 499-9999 |
    胸针 | brooch | 别针, brooches, +徽章=pin badge | 9-199 |
    发夹 | hair clips | 发卡, 抓夹, 鲨鱼夹, hair clip, hairpin, claw clip, hairband, +发箍=headband | 5-59 | c
    发圈 | hair ties | 头绳, 皮筋, 橡皮筋头绳, scrunchie, scrunchies, hair bands, hair elastics | 5-29 | c
    假发 | wig | 假发套, 假发片, wigs, hair extensions | 49-599 | c
    口罩 | face masks | 一次性口罩, 防尘口罩, face mask, masks, disposable masks, +n95口罩=N95 masks=n95, +医用口罩=surgical masks=surgical mask | 9-79 | c
    耳罩 | earmuffs | 保暖耳罩, ear muffs | 15-79 | c
    鞋垫 | insoles | 增高鞋垫, 运动鞋垫, insole, shoe inserts | 9-79 | shoes
    鞋带 | shoelaces | 懒人鞋带, laces, shoe laces | 5-25 | c
    钥匙扣 | keyring | 钥匙链, 挂件, 包挂, keychain, key chain, key ring, bag charm | 9-99 | c`],
  ["shoes | 鞋靴 | shoes | 鞋, 鞋子, 鞋店, shoe, footwear, pair of shoes", "逐风=Windchase, 石木=Stonewood, 轻步=Lightstep, 阿尔山=Arshan", `
    运动鞋 | sneakers | 球鞋, 男士运动鞋, 女士运动鞋, 休闲运动鞋, trainers, sports shoes, sneaker, athletic shoes, tennis shoes | 99-899 | c shoes
    跑步鞋 | running shoes | 跑鞋, 男士跑鞋, 女士跑鞋, running shoe, running trainers, joggers shoes | 129-999 | c shoes
    篮球鞋 | basketball shoes | basketball sneakers | 199-1299 | c shoes
    足球鞋 | football boots | 钉鞋, soccer cleats, cleats, soccer shoes, football shoes | 129-899 | c shoes
    小白鞋 | white sneakers | 板鞋, 白色板鞋, 滑板鞋, white trainers, skate shoes, white shoes | 79-499 | shoes
    帆布鞋 | canvas shoes | 高帮帆布鞋, canvas sneakers, plimsolls | 49-299 | c shoes
    皮鞋 | leather shoes | 男士皮鞋, 正装皮鞋, 商务皮鞋, dress shoes, oxford shoes, formal shoes | 129-1299 | c shoes
    高跟鞋 | high heels | 细跟鞋, 婚鞋, heels, pumps, stilettos, high heel shoes | 99-699 | c shoes
    平底鞋 | flats | 单鞋, 芭蕾鞋, 豆豆鞋, flat shoes, ballet flats | 59-399 | c shoes
    乐福鞋 | loafers | 一脚蹬, 懒人鞋, loafer, slip-on shoes, slip-ons | 99-599 | c shoes
    凉鞋 | sandals | 女士凉鞋, 男士凉鞋, 沙滩鞋, sandal | 49-399 | c shoes
    拖鞋 | slippers | 凉拖, 家居拖鞋, 浴室拖鞋, 棉拖鞋, 一次性拖鞋, slipper, house slippers, bathroom slippers | 9-99 | c shoes
    人字拖 | flip-flops | 夹脚拖, flip flops, thongs | 15-99 | c shoes
    洞洞鞋 | clogs | crocs, 沙滩洞洞鞋, garden clogs | 39-299 | c shoes
    短靴 | ankle boots | 靴子, boots, boot, +马丁靴=combat boots, +切尔西靴=Chelsea boots | 129-799 | c shoes
    长靴 | knee-high boots | 骑士靴, 过膝靴, long boots | 159-899 | c shoes
    雪地靴 | snow boots | 棉靴, 棉鞋, winter boots, fur boots | 79-699 | c shoes
    雨鞋 | rain boots | 雨靴, 胶鞋, 水鞋, wellies, wellington boots, rubber boots | 29-199 | c shoes
    登山鞋 | hiking boots | 徒步鞋, 户外鞋, hiking shoes, trekking shoes, walking boots | 149-1299 | c shoes
    安全鞋 | safety shoes | 劳保鞋, work boots, safety boots | 79-399 | shoes
    舞蹈鞋 | dance shoes | 练功鞋, 拉丁舞鞋, ballet shoes, latin dance shoes | 29-299 | c shoes
    老人鞋 | walking shoes | 健步鞋, shoes for seniors, +老北京布鞋=Beijing cloth shoes=布鞋=cloth shoes | 39-299 | c shoes
    儿童运动鞋 | kids' sneakers | 童鞋, 儿童鞋, 学步鞋, kids shoes, children's shoes, kids trainers, baby shoes | 59-399 | c kids`],
  ["bags | 箱包 | bags and luggage | 包, 包包, 箱子, bag, luggage store", "旅者=Lvzhe, 皮匠=Tannery Lane, 行囊=Xingnang", `
    双肩包 | backpack | 背包, 双肩背包, 电脑双肩包, rucksack, backpacks, +书包=school bag=学生书包=schoolbag=book bag | 59-599 | c
    行李箱 | suitcase | 拉杆箱, 旅行箱, 20寸行李箱, 密码箱, luggage, suitcases, trolley case, +登机箱=carry-on suitcase=carry-on=carry on luggage=cabin luggage | 129-1599 | c
    旅行包 | duffel bag | 旅行袋, 手提旅行包, 运动包, travel bag, duffle bag, sports bag, weekend bag, +健身包=gym bag | 39-399 | c
    单肩包 | shoulder bag | 女包, 腋下包, 女士单肩包, handbag, handbags, purse, ladies bag, hand bag | 59-999 | c
    斜挎包 | crossbody bag | 链条包, 小方包, 男士斜挎包, messenger bag, sling bag, cross body bag | 49-699 | c
    托特包 | tote bag | 帆布包, 帆布袋, 手提包, tote, canvas bag, canvas tote, tote bags, +购物袋=shopping bag | 15-399 | c
    胸包 | chest bag | 跑步腰包, running belt, +腰包=waist bag=fanny pack=bum bag | 25-199 | c
    公文包 | briefcase | 商务手提包, business bag | 129-999 | c
    钱包 | wallet | 男士钱包, 长款钱包, 皮夹, 女士钱包, wallets, leather wallet, women's wallet | 29-499 | c
    卡包 | card holder | 证件卡包, 名片夹, card case, cardholder, +零钱包=coin purse | 15-199 | c
    护照夹 | passport holder | 护照包, 机票夹, passport cover, travel wallet | 15-129 | c
    化妆包 | cosmetic bag | 洗漱包, 旅行洗漱包, makeup bag, toiletry bag, wash bag | 19-129 | c
    旅行收纳袋 | packing cubes | 行李收纳袋, 衣物整理袋, travel organizer, travel organiser | 19-99 | c
    行李牌 | luggage tag | 箱牌, luggage tags, 行李绑带, luggage strap | 9-39 | c
    妈咪包 | nappy bag | 母婴包, diaper bag, mummy bag | 59-399 | c
    午餐包 | lunch bag | 保温袋, 保冷袋, 便当袋, cooler bag, insulated bag | 15-99 | c
    小学生书包 | children's school bag | 儿童书包, 护脊书包, 拉杆书包, kids backpack, children's backpack | 69-399 | c`],
  ["beauty | 美妆护肤 | beauty and skincare | 护肤, 化妆品, 彩妆, 美妆, 护肤品, cosmetics, makeup, skincare, skin care, make-up, beauty products", "素肌=Suji, 花露=Petaldew, 海盐日记=Seasalt Diary, 晨雾=Morning Mist", `
    口红 | lipstick | 唇膏口红, 唇泥, 哑光口红, lipsticks, lip tint, red lipstick, +唇釉=lip gloss | 29-349 | c
    润唇膏 | lip balm | 唇膏, 护唇膏, 变色唇膏, chapstick, lip balms | 9-99 |
    粉底液 | foundation | 粉底, 气垫bb霜, liquid foundation, +气垫=cushion foundation, +bb霜=BB cream | 49-459 |
    散粉 | setting powder | 蜜粉, 定妆粉, loose powder, face powder, +粉饼=pressed powder, +定妆喷雾=setting spray | 39-359 |
    遮瑕膏 | concealer | 遮瑕 | 29-259 |
    隔离霜 | makeup primer | 妆前乳, 素颜霜, primer, tone-up cream | 39-299 |
    腮红 | blusher | blush, 高光修容盘, +高光=highlighter makeup, +修容=contour | 29-259 |
    眼影盘 | eyeshadow palette | 眼影, eye shadow, eyeshadow | 39-399 |
    眼线笔 | eyeliner | 眼线液笔, 眼线, liquid eyeliner | 19-199 |
    睫毛膏 | mascara | +假睫毛=false eyelashes=eyelashes, +睫毛夹=eyelash curler | 19-259 |
    眉笔 | eyebrow pencil | 眉粉, 染眉膏, brow pencil | 9-159 |
    化妆刷套装 | makeup brush set | 化妆刷, makeup brushes, makeup brush | 29-299 |
    美妆蛋 | makeup sponge | 粉扑, 气垫粉扑, beauty blender, powder puff | 9-49 | c
    化妆品套装 | makeup set | 彩妆套装, 化妆套装, 彩妆礼盒, makeup kit, cosmetics set | 99-899 |
    卸妆油 | cleansing oil | 卸妆膏, 卸妆, makeup remover, cleansing balm, +卸妆水=micellar water | 29-259 |
    洁面乳 | facial cleanser | 洗面奶, 氨基酸洗面奶, 洁面, 洁面泡沫, face wash, cleanser, facial wash, men's face wash | 29-199 |
    爽肤水 | toner | 化妆水, 柔肤水, 保湿水, facial toner | 39-399 |
    精华液 | face serum | 精华, 玻尿酸精华, 烟酰胺精华, vc精华, serum, essence, vitamin c serum, hyaluronic acid serum | 59-899 |
    面霜 | face cream | 保湿霜, 抗皱面霜, 晚霜, moisturiser, moisturizer, facial cream, anti-wrinkle cream, night cream, +乳液=face lotion | 39-899 |
    眼霜 | eye cream | 抗皱眼霜, +眼膜=eye patches=under-eye patches | 49-699 |
    面膜 | sheet masks | 补水面膜, 保湿面膜, 美白面膜, facial mask, sheet mask, facial masks, hydrating mask, +泥膜=clay mask | 29-299 |
    防晒霜 | sunscreen | 防晒, 防晒喷雾, 防晒乳, 儿童防晒霜, sun cream, sunblock, sunscreen spray, suncream, spf | 39-299 |
    芦荟胶 | aloe vera gel | 晒后修复, 芦荟凝胶, after-sun gel, aloe gel | 15-69 |
    护肤套装 | skincare set | 水乳套装, 护肤品套装, 护肤礼盒, skin care set, skincare gift set | 129-1599 |
    男士护肤套装 | men's skincare set | 男士护肤品, 男士面霜, men's grooming set, men's face cream | 79-499 |
    身体乳 | body lotion | 润肤乳, 润肤露, body cream, body butter, lotion | 25-199 |
    护手霜 | hand cream | 手霜, hand creams, hand lotion | 12-129 |
    香水 | perfume | 女士香水, 淡香水, fragrance, eau de toilette, perfumes, +男士香水=men's cologne=古龙水=cologne | 59-1299 |
    指甲油 | nail polish | 美甲套装, nail varnish, nail kit, +穿戴甲=press-on nails=指甲贴 | 9-129 | c
    指甲刀 | nail clippers | 指甲剪, 修甲套装, nail scissors, nail clipper, manicure kit | 9-99 |
    祛痘膏 | acne cream | 祛痘, acne treatment, spot cream, +痘痘贴=pimple patches=祛痘贴 | 19-159 |
    脱毛膏 | hair removal cream | 刮毛刀, epilator, hair remover, +脱毛仪=IPL hair removal device=ipl hair removal, +蜜蜡=wax strips | 19-1299 |
    美容仪 | facial massager | 洁面仪, 美容棒, facial cleansing brush, beauty device, +刮痧板=gua sha board=gua sha | 29-1999 |
    化妆棉 | cotton pads | +棉签=cotton buds=cotton swabs=q-tips, +洗脸巾=disposable face towels=一次性洗脸巾=face towels disposable | 9-49 |
    吸油纸面部 | oil blotting paper | 面部吸油纸, blotting paper | 9-29 |`],
  ["personal-care | 个人护理 | personal care | 洗护, 个护, 护理, personal hygiene, hair care", "晨雾=Morning Mist, 清晨=Freshmorn, 白茶小屋=White Tea House", `
    洗发水 | shampoo | 去屑洗发水, 控油洗发水, 洗头膏, 洗发露, 防脱洗发水, shampoos, anti-dandruff shampoo | 25-159 |
    护发素 | conditioner | 润发乳, 洗护套装, hair conditioner, shampoo and conditioner | 25-129 |
    发膜 | hair mask | hair treatment, +护发精油=hair oil | 29-159 |
    沐浴露 | shower gel | 沐浴乳, 沐浴液, 香氛沐浴露, body wash, bath gel, bubble bath | 19-129 |
    沐浴球 | bath sponge | 浴花, 浴球, loofah, +搓澡巾=exfoliating towel, +泡澡球=bath bombs=bath bomb | 5-49 | c
    磨砂膏 | body scrub | 身体磨砂膏, exfoliating scrub | 25-129 |
    染发剂 | hair dye | 染发膏, 泡泡染, 染发, hair color, hair colour, hair coloring | 29-159 | c
    发胶 | hair spray | 定型喷雾, hairspray, styling gel, pomade, +发蜡=hair wax=发泥, +啫喱膏=hair gel | 19-129 |
    生发液 | hair growth serum | 防脱精华, hair loss treatment, hair growth oil | 59-399 |
    梳子 | comb | 气垫梳, 按摩梳, 檀木梳, hairbrush, hair brush, combs | 9-99 | c
    牙膏 | toothpaste | 美白牙膏, 薄荷牙膏, 儿童牙膏, whitening toothpaste | 9-59 |
    牙刷 | toothbrush | 软毛牙刷, 儿童牙刷, toothbrushes, kids toothbrush | 6-49 | c
    牙线 | dental floss | 牙线棒, 牙缝刷, floss, floss picks, +牙签=toothpicks | 6-29 |
    漱口水 | mouthwash | 口腔喷雾, 口气清新剂, mouth wash, breath spray | 12-59 |
    美白牙贴 | teeth whitening strips | 牙贴, whitening strips, teeth whitening kit | 29-199 |
    手动剃须刀 | razor | razors, disposable razors, +剃须泡沫=shaving foam=剃须膏=shaving cream, +刮胡刀片=razor blades=剃须刀片 | 9-129 |
    卫生巾 | sanitary pads | 姨妈巾, 日用卫生巾, 夜用卫生巾, sanitary towels, pads, period pads, sanitary napkins, +护垫=panty liners, +安心裤=period pants | 9-69 |
    卫生棉条 | tampons | 棉条, tampon, +月经杯=menstrual cup | 19-99 |
    避孕套 | condoms | 安全套, condom | 19-99 |
    成人纸尿裤 | adult nappies | 成人尿不湿, 成人拉拉裤, adult diapers | 39-129 | nappy
    止汗露 | deodorant | 腋下止汗, 止汗喷雾, antiperspirant, deodorants | 19-89 |
    一次性内裤 | disposable underwear | 旅行一次性内裤 | 12-49 | wear
    足浴盆 | foot spa | 泡脚桶, 洗脚盆, 泡脚盆, 足浴桶, foot bath, foot basin | 29-399 | c
    泡脚粉 | foot soak | 泡脚包, 艾草泡脚包, foot bath powder | 12-59 |
    旅行装洗漱套装 | travel toiletries set | 旅行洗漱套装, travel size toiletries, +分装瓶=travel bottles=旅行分装瓶 | 12-69 |`],
  ["health | 医药健康 | health and medicine | 药, 药品, 医疗器械, 保健品, 非处方药, medicine, medicines, pharmacy products, drugstore, supplements", "安和=Anhe, 百草园=Herb Garden, 康宁堂=Kangning Hall", `
    感冒药 | cold medicine | 感冒灵, 感冒颗粒, 感冒冲剂, cold and flu tablets, flu medicine, cold tablets, +连花清瘟=Lianhua Qingwen | 12-49 |
    退烧药 | fever medicine | fever reducer, +布洛芬=ibuprofen, +对乙酰氨基酚=paracetamol=acetaminophen, +儿童退烧药=children's fever medicine=美林 | 12-49 |
    止痛药 | painkillers | 头痛药, 痛经药, painkiller, pain relief, headache tablets, pain reliever, +阿司匹林=aspirin | 9-49 |
    咳嗽药 | cough syrup | 止咳糖浆, 止咳药, cough medicine, +枇杷膏=loquat cough syrup=川贝枇杷膏, +润喉糖=throat lozenges=cough drops | 15-59 |
    过敏药 | allergy tablets | 抗过敏药, antihistamine, allergy medicine, hay fever tablets, +氯雷他定=loratadine, +西替利嗪=cetirizine | 15-59 |
    肠胃药 | stomach medicine | 胃药, antacid, +益生菌=probiotics, +蒙脱石散=anti-diarrhoea powder=止泻药=拉肚子药=diarrhea medicine=anti-diarrhoea tablets, +健胃消食片=digestion tablets=indigestion tablets | 12-159 |
    晕车药 | motion sickness tablets | 晕车贴, 晕船药, travel sickness pills, motion sickness patch | 9-39 |
    眼药水 | eye drops | 人工泪液, 洗眼液, artificial tears, eyedrops | 15-69 |
    隐形眼镜 | contact lenses | 日抛隐形眼镜, contacts, contact lens, +美瞳=coloured contacts | 39-299 | c
    隐形眼镜护理液 | contact lens solution | 护理液, lens solution | 19-69 |
    创可贴 | plasters | 创口贴, band-aids, band aids, bandaids, adhesive bandages | 5-39 |
    急救包 | first-aid kit | 家庭医药箱, 医药箱, 药箱, 急救箱, first aid kit, medicine box, first aid box | 39-299 |
    纱布绷带 | bandages | 绷带, 纱布, 医用胶带, gauze, bandage | 5-39 |
    碘伏 | iodine antiseptic | iodine, +酒精=rubbing alcohol=医用酒精, +酒精棉片=alcohol swabs, +碘伏棉签=iodine swabs | 5-39 |
    体温计 | thermometer | 电子体温计, digital thermometer, +额温枪=forehead thermometer=体温枪, +耳温枪=ear thermometer | 15-299 |
    血压计 | blood pressure monitor | 电子血压计, 家用血压计, blood pressure meter | 99-499 |
    血糖仪 | blood glucose meter | glucose meter, blood sugar monitor, glucometer, +血糖试纸=blood glucose strips | 49-399 |
    血氧仪 | pulse oximeter | oximeter | 49-199 |
    制氧机 | oxygen concentrator | 氧气瓶, 便携氧气, oxygen canister | 29-3999 |
    雾化器 | nebuliser | nebulizer | 99-399 |
    轮椅 | wheelchair | 折叠轮椅, 电动轮椅 | 299-3999 |
    拐杖 | walking stick | 手杖, cane, crutches, walking cane, +助行器=walking frame=walker | 29-299 |
    膏药 | pain relief patches | 止痛贴, 云南白药膏药, 膏贴, pain patch, muscle pain patch | 12-69 |
    风油精 | medicated balm | 清凉油, 活络油, tiger balm, muscle rub, +云南白药喷雾=pain relief spray, +红花油=safflower oil | 5-69 |
    护腰带 | back brace | 护腰, 腰托, lumbar support belt, back support | 39-299 | wear
    护膝 | knee brace | 运动护膝, 保暖护膝, knee support, knee pads, knee sleeve | 29-199 | wear
    护腕 | wrist brace | 运动护腕, 腱鞘炎护腕, wrist support, wristband | 15-99 |
    颈椎按摩仪 | neck massager | 按摩仪, 肩颈按摩仪, 按摩披肩, 按摩器, massager, shoulder massager, back massager | 59-699 | c
    筋膜枪 | massage gun | 肌肉按摩枪, muscle massager | 99-899 | c
    按摩椅 | massage chair | 家用按摩椅, 按摩靠垫, massage cushion | 199-7999 |
    眼部按摩仪 | eye massager | 护眼仪 | 99-499 |
    足底按摩器 | foot massager | 足疗机, foot massage machine | 129-1299 |
    维生素C | vitamin C tablets | 维c, vc泡腾片, 泡腾片, vitamin c, vitamin c effervescent | 19-129 |
    复合维生素 | multivitamins | 维生素, vitamins, multivitamin, vitamin, +叶酸=folic acid, +维生素d=vitamin D, +维生素b=vitamin B | 29-199 |
    钙片 | calcium tablets | 补钙, 儿童钙片, calcium, calcium supplements | 29-199 |
    鱼油 | fish oil | 深海鱼油, omega 3, omega-3, +叶黄素=lutein | 59-299 |
    蛋白粉 | protein powder | 乳清蛋白, 增肌粉, whey protein, protein shake, protein | 99-399 |
    褪黑素 | melatonin | 助眠软糖, 安眠, sleep aid, sleeping pills, sleep gummies | 39-159 |
    胶原蛋白 | collagen | 胶原蛋白肽, collagen peptides, collagen powder | 59-399 |
    代餐奶昔 | meal replacement shake | 代餐, 代餐粉, meal replacement | 49-299 |
    枸杞 | goji berries | 宁夏枸杞, 红枣枸杞, wolfberries | 19-99 |
    燕窝 | bird's nest | 即食燕窝, birds nest, +阿胶糕=donkey-hide gelatin, +花胶=fish maw | 129-1999 |
    人参 | ginseng | 红参, 高丽参, +西洋参=American ginseng | 69-999 |
    艾灸贴 | moxibustion patches | 艾灸, 艾灸盒, moxa, +拔罐器=cupping set=拔火罐 | 15-159 |
    验孕棒 | pregnancy test | 早孕试纸, pregnancy test kit, +排卵试纸=ovulation test | 9-49 |
    抗原检测试剂 | rapid antigen test | 抗原自测, 新冠抗原, covid test, covid test kit, flu test | 9-59 |
    助听器 | hearing aid | 老人助听器, hearing aids | 299-3999 |
    电子烟戒烟贴 | nicotine patches | 戒烟贴, 戒烟糖, nicotine gum | 49-199 |`],
  ["baby | 母婴用品 | baby and maternity | 母婴, 婴儿用品, 宝宝用品, baby products, baby stuff, infant", "软软熊=Softbear, 豆芽儿=Little Sprout, 月光宝贝=Moonbaby", `
    纸尿裤 | nappies | 尿不湿, 拉拉裤, 尿片, 婴儿纸尿裤, 宝宝尿不湿, diapers, diaper, baby diapers, nappy, pull-ups | 39-199 | nappy
    婴儿湿巾 | baby wipes | 宝宝湿巾, 手口湿巾, 婴儿手口湿巾 | 9-69 |
    婴儿奶粉 | infant formula | 奶粉, 配方奶粉, 宝宝奶粉, baby formula, formula, milk powder, baby milk powder, formula milk | 129-459 |
    奶瓶 | baby bottle | 婴儿奶瓶, 宽口径奶瓶, baby bottles, feeding bottle, +安抚奶嘴=pacifier=dummy=奶嘴 | 19-159 |
    吸奶器 | breast pump | 电动吸奶器, breast pumps, +储奶袋=breast milk bags | 99-899 |
    奶瓶消毒器 | bottle steriliser | 恒温壶, 调奶器, bottle sterilizer, +温奶器=bottle warmer | 79-399 |
    婴儿推车 | pushchair | 婴儿车, 遛娃神器, 童车, 推车, stroller, pram, baby stroller, baby carriage, buggy | 199-2499 | c
    婴儿床 | cot | 宝宝床, 拼接床, crib, baby crib, baby bed | 299-1999 |
    安全座椅 | child car seat | 儿童安全座椅, 汽车安全座椅, 增高垫, car seat, baby car seat, booster seat | 299-2999 | c
    婴儿背带 | baby carrier | 背巾, baby sling, baby wrap, +腰凳=hip seat | 99-699 | c
    餐椅 儿童 | high chair | 宝宝餐椅, 儿童餐椅, baby high chair, highchair | 129-799 | c
    围兜 | bibs | 口水巾, 吃饭围兜, bib, baby bib, baby bibs | 9-59 | c
    婴儿连体衣 | baby romper | 婴儿衣服, 宝宝衣服, 哈衣, 新生儿衣服, baby clothes, onesie, baby onesie, romper, babygrow | 29-199 | c kids
    包被 | baby swaddle | 婴儿抱被, 睡袋 婴儿, swaddle blanket, baby blanket, +婴儿睡袋=baby sleeping bag | 39-299 | c
    婴儿沐浴露 | baby wash | 婴儿洗发沐浴, 婴儿洗发水, baby shampoo, baby bath | 29-129 |
    婴儿润肤霜 | baby lotion | 宝宝霜, baby cream, baby oil, +护臀膏=nappy cream=diaper rash cream, +爽身粉=baby powder=痱子粉 | 19-129 |
    婴儿浴盆 | baby bathtub | 宝宝洗澡盆, 折叠浴盆, baby bath tub | 49-199 | c
    婴儿辅食 | baby food | 宝宝辅食, 泡芙宝宝, baby snacks, +果泥=fruit puree, +婴儿米粉=baby rice cereal=米粉婴儿=baby cereal | 15-99 |
    学步车 | baby walker | 手推学步车, 学步带, push walker | 69-399 | c
    爬行垫 | baby play mat | 宝宝爬爬垫, 爬爬垫, play mat, crawling mat | 79-499 |
    婴儿围栏 | playpen | 儿童围栏, 游戏围栏, baby fence, +安全门栏=safety gate=baby gate | 99-699 |
    牙胶 | teether | 磨牙棒, 宝宝牙胶, teething toy | 15-69 | c
    摇铃 | baby rattle | 婴儿摇铃, 床铃, 安抚玩具, baby mobile, rattle | 15-199 |
    儿童马桶 | potty | 儿童坐便器, 小马桶, potty chair, toilet training seat | 29-129 | c
    婴儿监护器 | baby monitor | 宝宝监控 | 199-899 |
    孕妇枕 | pregnancy pillow | 哺乳枕, 护腰侧睡枕, maternity pillow, nursing pillow | 59-299 | c
    防撞条 | corner protectors | 桌角防撞, baby proofing, +儿童安全锁=childproof locks, +插座保护盖=socket covers | 9-49 |
    童装套装 | kids' clothes set | 童装, 儿童衣服, 男童衣服, kids clothes, children's clothes, children's clothing, +女童裙子=girls' dress, +儿童睡衣=kids' pyjamas=kids pajamas | 39-299 | c kids
    儿童羽绒服 | kids' down jacket | 儿童外套, 儿童棉服, kids jacket, kids coat, children's coat | 99-699 | c kids
    儿童雨衣 | kids' raincoat | +儿童雨伞=kids' umbrella, +儿童雨鞋=kids' rain boots | 29-129 | c kids
    儿童泳衣 | kids' swimsuit | kids swimwear, +游泳圈=swim ring=儿童泳圈=baby float, +臂圈=arm bands | 19-159 | c kids
    儿童水杯 | kids' water bottle | 宝宝吸管杯, 学饮杯, sippy cup, kids cup | 25-129 | c`],
  ["pets | 宠物用品 | pet supplies | 宠物, 猫用品, 狗用品, 养宠, pet, pet products, pet stuff, cat supplies, dog supplies", "喵汪=Meowoof, 毛球镇=Furtown, 爪爪乐=Pawjoy", `
    猫粮 | cat food | 成猫粮, 幼猫粮, 全价猫粮, kitten food, dry cat food | 39-399 |
    狗粮 | dog food | 成犬粮, 幼犬粮, 小型犬狗粮, puppy food, dry dog food | 39-399 |
    猫砂 | cat litter | 豆腐猫砂, 膨润土猫砂, 混合猫砂, kitty litter, litter, tofu cat litter | 15-99 |
    猫罐头 | canned cat food | 冻干猫零食, wet cat food, +猫条=cat treat sticks=cat treats=猫零食=cat snacks | 9-129 |
    狗零食 | dog treats | 磨牙棒狗, 冻干狗零食, dog snacks, dog bones, +狗罐头=canned dog food, +狗咬胶=dog chews | 9-129 |
    猫砂盆 | litter box | 猫厕所, 自动猫砂盆, cat litter box, cat toilet, litter tray | 39-1299 | c
    猫爬架 | cat tree | 猫架, 猫树, 猫窝一体, cat tower, cat climbing frame | 59-699 |
    猫抓板 | cat scratcher | 猫抓柱, 抓板, scratching post, cat scratching board | 12-129 |
    猫窝 | cat bed | 宠物窝, 猫帐篷, pet bed, cat house | 29-199 | c
    狗窝 | dog bed | 狗屋, dog house, dog kennel, +狗笼=dog crate=狗笼子=dog cage | 39-499 | c
    逗猫棒 | cat wand toy | 猫玩具, 激光逗猫笔, cat toy, cat toys, cat laser | 6-69 |
    狗玩具 | dog toy | 飞盘狗, 狗玩具球, 发声玩具, dog toys, dog ball, chew toy | 9-79 |
    牵引绳 | dog lead | 狗绳, 遛狗绳, 狗链, dog leash, leash, +狗项圈=dog collar, +胸背带=dog harness, +猫项圈=cat collar | 15-129 | c
    宠物包 | pet carrier | 猫包, 航空箱, 外出猫包, cat carrier, pet backpack, dog carrier, cat backpack | 49-399 | c
    自动喂食器 | automatic pet feeder | 宠物喂食器, 猫喂食器, pet feeder, cat feeder | 99-499 |
    宠物饮水机 | pet water fountain | 猫咪饮水机, cat fountain, cat water fountain, pet fountain | 49-299 |
    宠物碗 | pet bowl | 猫碗, 狗碗, 狗盆, dog bowl, cat bowl, food bowl | 12-79 | c
    宠物尿垫 | puppy pads | 狗尿垫, 尿片宠物, 狗尿不湿, pee pads, training pads | 25-89 |
    拾便袋 | dog poop bags | 狗狗拾便袋, 拾便器, poop bags | 9-39 |
    宠物沐浴露 | pet shampoo | 狗沐浴露, 猫沐浴露, dog shampoo, cat shampoo | 25-99 |
    宠物梳子 | pet brush | 宠物除毛梳, 猫梳子, dog brush, cat brush, pet comb, pet hair remover | 15-99 |
    驱虫药 | pet deworming tablets | 猫驱虫, 狗驱虫药, 体内外驱虫, flea treatment, flea and tick, dewormer, flea drops | 39-299 |
    宠物衣服 | pet clothes | 狗衣服, 猫衣服, 狗狗雨衣, dog clothes, dog coat, dog sweater | 19-129 | c wear
    伊丽莎白圈 | pet recovery collar | 防舔圈, cone collar, elizabethan collar | 12-49 |
    鱼缸 | fish tank | 水族箱, 小鱼缸, 过滤器鱼缸, aquarium | 39-999 |
    鱼食 | fish food | 鱼饲料, +龟粮=turtle food | 9-49 |
    仓鼠笼 | hamster cage | 仓鼠用品, +仓鼠粮=hamster food, +兔粮=rabbit food, +兔笼=rabbit cage | 15-199 |
    鸟笼 | bird cage | +鸟食=bird seed=bird food, +鹦鹉粮=parrot food | 19-299 |`],
  ["toys | 玩具乐器 | toys and instruments | 玩具, 乐器, 积木玩具, toy, toys for kids, musical instruments, kids toys", "玩客=Wanke, 积木星=Brickstar, 音乐盒子=Musicbox, 软软熊=Softbear", `
    积木 | building blocks | 拼装积木, 大颗粒积木, 乐高, lego, bricks, lego set, building bricks, +磁力片=magnetic tiles | 29-699 |
    毛绒玩具 | plush toy | 玩偶, 公仔, 毛绒娃娃, 布娃娃, 泰迪熊, 玩具熊, stuffed animal, teddy bear, soft toy, plushie, stuffed toy, plush, cuddly toy | 19-299 |
    遥控车 | remote-control car | 遥控汽车, 遥控越野车, rc car, remote control car, rc truck | 39-499 | c
    玩具车 | toy car | 小汽车玩具, 合金车模, 工程车, toy cars, toy truck, model car, die-cast car, +挖掘机玩具=toy excavator | 12-199 |
    火车轨道 | toy train set | 托马斯火车, 小火车, train set, toy train | 39-399 |
    拼图 | jigsaw puzzle | 1000片拼图, 儿童拼图, 木质拼图, puzzle, puzzles, jigsaw | 15-159 |
    魔方 | magic cube | 三阶魔方, 鲁班锁, rubik's cube, speed cube, rubiks cube | 9-99 |
    盲盒 | blind box | 潮玩手办, 盲盒公仔, 潮玩, mystery box, designer toy, blind boxes | 39-129 |
    手办 | action figure | 模型手办, 动漫手办, 拼装模型, figurine, anime figure, model kit, figures, +高达模型=Gundam model=高达=gundam | 59-999 |
    芭比娃娃 | fashion doll | 娃娃, 洋娃娃, 公主娃娃, doll, dolls, barbie, barbie doll, baby doll | 29-299 |
    过家家玩具 | pretend play kitchen | 厨房玩具, 医生玩具, 切切乐, play kitchen, toy kitchen, doctor set | 39-299 |
    水枪 | water gun | 电动水枪, toy gun, +软弹枪=foam dart gun=nerf gun=玩具枪 | 12-199 | c
    泡泡机 | bubble machine | 泡泡枪, 吹泡泡, bubble gun, bubbles, +泡泡水=bubble solution | 12-99 | c
    沙滩玩具 | beach toys | 挖沙玩具, 沙滩桶, sand toys, beach bucket | 15-79 |
    橡皮泥 | play dough | 彩泥, 黏土, clay, play-doh, +太空沙=kinetic sand, +史莱姆=slime, +超轻粘土=modelling clay | 12-99 | c
    画板 | kids' drawing board | 液晶手写板, 儿童画板, 磁性画板, writing board, doodle board, lcd writing tablet | 19-199 | c
    早教机 | early learning machine | 故事机, story machine, learning toy, +点读笔=talking pen, +早教卡=flash cards, +学习机=learning machine | 39-999 |
    平衡车 | balance bike | 儿童平衡车, 滑步车, kids balance bike | 129-899 | c
    滑板车 | kids' scooter | 儿童滑板车, kick scooter, scooter for kids | 79-499 | c
    儿童三轮车 | tricycle | 儿童脚踏车, 儿童电动车, 玩具电动车, trike, kids electric car, ride-on car | 99-999 | c
    滑梯秋千 | indoor slide | 儿童滑梯, slide, kids slide, +秋千=swing, +蹦床=kids' trampoline=trampoline | 99-899 |
    儿童帐篷 | play tent | 玩具屋, 游戏屋, kids tent, playhouse, ball pit | 59-299 |
    科学实验套装 | science kit | 科学实验玩具, 恐龙化石挖掘, 机器人玩具, stem toy, robot toy, robot kit, microscope for kids, +编程机器人=coding robot | 39-899 |
    恐龙玩具 | dinosaur toys | 恐龙模型, 动物模型, dinosaur toy, animal figures, dinosaurs | 15-159 |
    风筝 | kite | 沙燕风筝, kites | 15-129 |
    悠悠球 | yo-yo | 溜溜球, yoyo, fidget spinner, +陀螺=spinning top=战斗陀螺, +解压玩具=fidget toy | 9-129 |
    动漫卡牌 | trading cards | 奥特曼卡片, 宝可梦卡, 卡牌, pokemon cards, card packs | 10-199 |
    吉他 | guitar | 民谣吉他, 木吉他, 初学吉他, acoustic guitar, guitars, classical guitar | 199-1999 | c
    电吉他 | electric guitar | +电贝斯=bass guitar=贝斯 | 499-3999 | c
    尤克里里 | ukulele | 小吉他, uke | 99-599 | c
    电子琴 | electronic keyboard | 便携电子琴, 61键电子琴, music keyboard, keyboard piano, piano keyboard | 129-999 |
    电钢琴 | digital piano | 88键电钢琴, electric piano, +钢琴=piano@5999-19999 | 899-5999 |
    小提琴 | violin | +大提琴=cello@499-3999 | 199-2999 |
    口琴 | harmonica | 布鲁斯口琴 | 39-399 |
    竖笛 | recorder flute | +竹笛=bamboo flute=笛子=flute, +葫芦丝=hulusi, +箫=xiao flute | 15-499 |
    古筝 | guzheng | +二胡=erhu, +琵琶=pipa=pipa instrument, +古琴=guqin | 399-3999 |
    架子鼓 | drum kit | drums, drum set, +非洲鼓=djembe=手鼓=hand drum, +电子鼓=electronic drum kit | 99-3999 |
    拇指琴 | kalimba | 卡林巴, thumb piano | 49-299 |
    节拍器 | metronome | capo, +调音器=guitar tuner=tuner, +吉他弦=guitar strings=琴弦 | 9-99 |`],
  ["books | 图书 | books | 书, 书籍, 书店, book", "万卷=Ten Thousand Scrolls, 青鸟书坊=Bluebird Press", `
    科幻小说 | science fiction novel | sci-fi book, sci-fi novel, 科幻书, +三体=The Three-Body Problem=three-body problem, +沙丘小说=Dune (novel)=dune book, +流浪地球小说=The Wandering Earth (stories) | 25-129 |
    推理小说 | mystery novel | 侦探小说, detective novel, crime novel, thriller novel, agatha christie, +福尔摩斯=Sherlock Holmes, +东野圭吾=Keigo Higashino mystery | 25-129 |
    言情小说 | romance novel | 爱情小说, 青春小说, love story book, romance book | 20-89 |
    武侠小说 | wuxia novel | martial arts novel, +金庸全集=Jin Yong novels=金庸, +射雕英雄传小说=The Legend of the Condor Heroes (novel) | 29-599 |
    奇幻小说 | fantasy novel | fantasy book, +哈利波特=Harry Potter books=哈利波特全集=harry potter, +指环王小说=The Lord of the Rings (novel)=魔戒小说=lord of the rings book | 29-499 |
    四大名著 | Four Great Classical Novels | +红楼梦=Dream of the Red Chamber, +西游记=Journey to the West, +三国演义=Romance of the Three Kingdoms, +水浒传=Water Margin | 39-299 |
    世界名著 | classic literature | 名著, classic novel, novel, novels, fiction, 小说, +百年孤独=One Hundred Years of Solitude, +傲慢与偏见=Pride and Prejudice, +小王子=The Little Prince, +活着=To Live, +1984小说=Nineteen Eighty-Four=1984 novel | 19-129 |
    唐诗宋词 | Tang and Song poems | 诗集, 唐诗三百首, 宋词, poetry, poetry book, poems, tang poems | 19-99 |
    传记 | biography | 名人传记, 自传, biographies, memoir, autobiography, +乔布斯传=biography of Steve Jobs, +苏东坡传=biography of Su Dongpo | 25-129 |
    历史书 | history book | 中国通史, history books, +史记=Records of the Grand Historian, +明朝那些事儿=Stories of the Ming Dynasty, +人类简史=Sapiens, +万历十五年=1587 a Year of No Significance | 29-299 |
    经济管理书 | business book | 理财书, 投资书, 纳瓦尔宝典, finance book, investing book, economics book, business books, +穷爸爸富爸爸=Rich Dad Poor Dad, +经济学原理=Principles of Economics | 29-129 |
    自我提升书 | self-help book | 励志书, 自律书, self help book, self-help books, +被讨厌的勇气=The Courage to Be Disliked, +原子习惯=Atomic Habits | 25-99 |
    心理学书 | psychology book | 心理学, 非暴力沟通, psychology books | 25-99 |
    编程书 | programming book | 计算机书, 人工智能书, coding book, computer science book, ai book, programming books, +python编程=Python book=python书, +算法导论=Introduction to Algorithms | 49-199 |
    科普书 | popular science book | 宇宙书, science book, science books, +时间简史=A Brief History of Time, +十万个为什么=Ten Myriad Whys | 25-199 |
    英语学习书 | English learning book | 英语书, english textbook, english book, toefl book, +英语词典=English dictionary, +雅思真题=IELTS practice tests=ielts book, +四级真题=CET-4 practice tests, +单词书=vocabulary book, +新概念英语=New Concept English | 25-199 |
    汉语学习书 | Chinese learning book | chinese textbook, chinese dictionary, learn chinese book, +新华字典=Xinhua Dictionary, +成语词典=idiom dictionary, +现代汉语词典=Modern Chinese Dictionary, +hsk教材=HSK textbook=hsk book | 19-159 |
    日语学习书 | Japanese learning book | 日语教材, 标准日本语, japanese textbook, +韩语教材=Korean textbook | 29-159 |
    考研资料 | exam preparation books | 考研书, 公务员考试书, 教辅, 五年高考三年模拟, 练习册, 试卷, 教师资格证教材, test prep book, workbook, exercise book for students, exam papers | 25-299 |
    教材 | textbook | 课本, 数学课本, 大学教材, 高等数学, textbooks, maths textbook, math book | 19-129 |
    儿童绘本 | picture books | 绘本, 宝宝绘本, 童话书, 儿童书, picture book, children's book, children's books, kids books, fairy tales, storybook, story book, bedtime stories, +安徒生童话=Andersen's Fairy Tales, +格林童话=Grimm's Fairy Tales | 19-299 |
    立体书 | pop-up book | 3d立体书, 翻翻书, lift-the-flap book, +涂色书=colouring book=coloring book, +贴纸书=sticker book | 19-159 |
    漫画书 | comic books | 漫画, comic book, manga, comics, graphic novel, +海贼王漫画=One Piece manga, +火影漫画=Naruto manga, +名侦探柯南漫画=Detective Conan manga, +灌篮高手漫画=Slam Dunk manga | 19-399 |
    菜谱 | cookbook | 食谱, 烘焙书, 家常菜谱, recipe book, cook book, cookbooks, baking book | 25-129 |
    育儿书 | parenting book | 孕期书, 怀孕书, 育儿百科, pregnancy book, baby book, parenting books | 25-129 |
    旅行指南 | travel guide | 旅游攻略书, 地图册, 旅游书, guidebook, travel book, atlas, map book | 29-129 |
    世界地图 | world map | 地图, map, wall map, +地球仪=globe, +中国地图=map of China | 15-199 |
    摄影书 | photography book | 画册, 设计书, 艺术书, 素描教程, art book, design book, drawing book | 39-299 |
    字帖 | calligraphy copybook | 练字帖, 楷书字帖, 硬笔字帖, 钢笔字帖, copybook, handwriting practice book | 9-69 |
    医学书 | medical book | 中医书, 养生书, chinese medicine book, health book, +黄帝内经=The Yellow Emperor's Classic, +本草纲目=Compendium of Materia Medica | 25-199 |
    佛经 | scripture | +圣经=Bible, +道德经=Tao Te Ching, +论语=The Analects, +孙子兵法=The Art of War=art of war, +心经=Heart Sutra | 15-129 |
    杂志 | magazine | 读者杂志, 时尚杂志, magazines, +国家地理杂志=National Geographic | 10-59 |
    台历 | desk calendar | 日历, 2027日历, calendar, +挂历=wall calendar, +黄历=Chinese almanac | 15-99 |`],
  ["stationery | 文具办公 | stationery and office | 文具, 办公用品, 办公, stationary, office supplies, school supplies", "小墨=Little Ink, 铅笔屋=Pencil House, 晨写=Morning Write", `
    中性笔 | gel pens | 笔, 签字笔, 水笔, 黑笔, 按动笔, pen, pens, gel pen, black pen, +圆珠笔=ballpoint pens=ballpoint pen | 5-49 | c
    钢笔 | fountain pen | 练字钢笔, 钢笔礼盒, 墨水钢笔, fountain pens | 19-399 | c
    铅笔 | pencils | 2b铅笔, 自动铅笔, 素描铅笔, hb铅笔, pencil, mechanical pencil | 5-59 |
    荧光笔 | highlighters | 记号笔, highlighter, highlighter pens, +马克笔=marker pens=markers=marker, +白板笔=whiteboard markers | 6-129 | c
    彩色铅笔 | colouring pencils | 彩铅, 画笔, colored pencils, coloured pencils, +水彩笔=felt tip pens=coloured pens, +蜡笔=crayons, +油画棒=oil pastels | 12-159 |
    水彩颜料 | watercolour paint | 水粉颜料, 颜料套装, watercolor set, watercolour set, paint set, +丙烯颜料=acrylic paint, +数字油画=paint by numbers, +油画颜料=oil paint | 19-199 |
    画架 | easel | 画画套装, art supplies, drawing set, +素描本=sketchbook=sketch pad=速写本, +油画布=canvas, +画纸=drawing paper | 15-199 |
    毛笔 | calligraphy brush | 毛笔套装, chinese brush, +宣纸=rice paper, +墨汁=Chinese ink, +砚台=inkstone, +文房四宝=calligraphy set=书法套装 | 12-299 |
    橡皮 | eraser | 橡皮擦, erasers, rubber eraser, +修正带=correction tape=white-out=涂改带 | 5-29 |
    直尺 | ruler | 尺子, 套尺, rulers, ruler set, +圆规=pair of compasses=compass for maths, +量角器=protractor, +三角尺=set square | 5-39 |
    笔袋 | pencil case | 铅笔盒, 文具盒, 大容量笔袋, pencil box, pen case, pencil pouch | 12-79 | c
    笔记本子 | notebook | 笔记本, 本子, 记事本, 活页本, 错题本, notebooks, journal, notepad, writing pad, +手账本=bullet journal=planner, +日记本=diary, +作业本=exercise book | 6-89 | c
    便利贴 | sticky notes | 便签, 便签纸, 告示贴, post-it, post-it notes, post its, memo pad | 5-29 | c
    手账贴纸 | stickers | 贴纸, sticker, +和纸胶带=washi tape=手账胶带 | 6-49 |
    文件夹 | file folders | 资料册, 文件袋, 试卷夹, 档案袋, folder, folders, binder, ring binder, file folder | 6-59 | c
    打印纸 | printer paper | a4纸, 复印纸, a4打印纸, 白纸, copy paper, a4 paper, paper, printing paper | 19-129 |
    订书机 | stapler | staplers, +订书针=staples, +打孔机=hole punch | 9-69 |
    回形针 | paper clips | 夹子, 大头针, paperclips, clips, +长尾夹=binder clips, +图钉=push pins=thumbtacks | 5-29 |
    剪刀 | scissors | 办公剪刀, 儿童剪刀, scissor, pair of scissors | 6-49 |
    计算器 | calculator | 科学计算器, 计算机计算器, scientific calculator, calculators | 15-199 |
    白板 | whiteboard | 小白板, 留言板, white board, chalk, +黑板=blackboard=chalkboard, +软木板=corkboard | 29-399 |
    碎纸机 | paper shredder | 文件粉碎机, shredder | 129-999 |
    塑封机 | laminator | 过塑机, 塑封膜, laminating machine | 99-399 |
    标签机 | label maker | 标签打印机, label printer, +标签纸=label stickers=labels=热敏标签 | 29-399 |
    信封 | envelopes | envelope, +明信片=postcards=postcard, +贺卡=greeting cards=greeting card, +生日贺卡=birthday card=card for birthday, +信纸=writing paper, +快递袋=courier bags | 5-49 |
    印章 | stamp seal | 姓名印章, 刻章, 火漆印章, seal stamp, custom stamp, rubber stamp, +印泥=ink pad | 9-199 |
    削笔器 | pencil sharpener | 卷笔刀, 转笔刀, 电动削笔刀, sharpener | 5-79 | c
    翻页笔 | presentation clicker | ppt翻页笔, presenter, +激光笔=laser pointer | 39-199 |
    书立 | bookends | bookend, book holder, +书签=bookmarks=bookmark, +阅读架=book stand=看书架 | 5-69 |
    地球仪学习套装 | school supply set | 文具套装, 开学文具礼盒, 学习用品套装, stationery set, back to school set | 29-199 |
    手机锁盒 | phone lock box | +定时器=timer=计时器=倒计时器=kitchen timer, +番茄钟=pomodoro timer | 12-129 |`],
  ["sports | 运动健身 | sports and fitness | 运动, 健身, 健身器材, 体育用品, sport goods, sporting goods, fitness equipment, gym equipment", "力源=Forcewell, 逐风=Windchase, 跃动=Yuedong", `
    瑜伽垫 | yoga mat | 健身垫, 加厚瑜伽垫, 瑜珈垫, 运动垫, yoga mats, exercise mat, fitness mat, pilates mat | 29-299 | c
    哑铃 | dumbbells | 可调节哑铃, 女士哑铃, dumbbell, adjustable dumbbells, weights, +壶铃=kettlebell, +杠铃=barbell | 29-699 | c
    跳绳 | skipping rope | 无绳跳绳, 计数跳绳, 儿童跳绳, jump rope, jumping rope | 9-99 | c
    弹力带 | resistance bands | 拉力带, 拉力器, 阻力带, 臀圈, resistance band, exercise bands, elastic band | 12-129 | c
    健腹轮 | ab roller | ab wheel, +俯卧撑架=push-up bars, +仰卧板=sit-up bench=仰卧起坐器 | 19-299 |
    引体向上器 | pull-up bar | 单杠, 室内单杠, chin-up bar, pull up bar | 49-299 |
    泡沫轴 | foam roller | 瑜伽柱, pilates ball, +瑜伽球=yoga ball=exercise ball=gym ball, +瑜伽砖=yoga block | 15-129 | c
    跑步机 | treadmill | 家用跑步机, 走步机, walking pad, running machine | 699-4999 |
    动感单车 | exercise bike | 健身车, 家用动感单车, spin bike, spinning bike, stationary bike | 499-2999 |
    椭圆机 | elliptical trainer | elliptical, +划船机=rowing machine | 699-3999 |
    握力器 | hand gripper | 握力圈, 指力器, hand grip, grip strengthener | 9-59 |
    呼啦圈 | hula hoop | 智能呼啦圈 | 19-129 | c
    沙袋 | punching bag | 拳击沙袋, 搏击手套, boxing bag, +拳击手套=boxing gloves | 49-699 | c
    羽毛球拍 | badminton racket | 羽毛球套装, 碳素羽毛球拍, badminton set, badminton rackets, badminton, +羽毛球=shuttlecocks=shuttlecock | 29-699 | c
    乒乓球拍 | table tennis bat | 乒乓球套装, 乒乓拍, ping pong paddle, table tennis racket, ping pong set, ping pong, +乒乓球=table tennis balls=ping pong balls | 15-399 |
    乒乓球桌 | table tennis table | 乒乓球台, ping pong table | 599-2999 |
    网球拍 | tennis racket | 网球训练器, tennis rackets, tennis racquet, +网球=tennis balls=tennis ball | 15-999 |
    篮球 | basketball | 七号篮球, 室外篮球, basketballs, +篮球框=basketball hoop@99-1299 | 49-399 |
    足球 | football | 五号足球, 儿童足球, soccer ball, soccer balls, footballs | 39-299 |
    排球 | volleyball | 气排球 | 39-199 |
    台球杆 | pool cue | 台球, 桌球, billiard cue, snooker cue, billiards | 49-999 |
    高尔夫球杆 | golf clubs | 高尔夫, golf club, golf, +高尔夫球=golf balls, +高尔夫手套=golf gloves | 29-3999 |
    棒球棒 | baseball bat | +棒球手套=baseball glove, +棒球=baseball | 29-399 |
    飞盘 | frisbee | flying disc, +飞镖=darts=飞镖盘=dartboard | 15-199 | c
    泳镜 | swimming goggles | 防雾泳镜, 近视泳镜, 游泳眼镜, swim goggles, goggles | 25-199 | c
    泳帽 | swimming cap | 硅胶泳帽, swim cap | 12-59 | c
    浮板 | kickboard | +脚蹼=flippers=fins, +救生衣=life jacket, +浮潜面罩=snorkel set=浮潜三宝=snorkel | 29-299 | c
    自行车 | bicycle | 单车, bike, bicycles, bikes, +山地车=mountain bike=山地自行车, +公路车=road bike, +折叠自行车=folding bike | 399-3999 | c
    儿童自行车 | kids' bike | 童车自行车, kids bicycle, children's bike, children's bicycle | 199-999 | c
    电动自行车 | electric bike | 电动车, 电瓶车, e-bike, ebike, electric bicycle, e-scooter moped | 1499-5999 | c
    电动滑板车 | electric scooter | 折叠电动滑板车, e-scooter | 699-3499 |
    骑行头盔 | cycling helmet | 头盔, 电动车头盔, 自行车头盔, bike helmet, helmet, bicycle helmet, +摩托车头盔=motorcycle helmet | 39-499 | c
    骑行手套 | cycling gloves | +健身手套=gym gloves=weightlifting gloves, +骑行服=cycling jersey, +骑行裤=cycling shorts | 19-299 | c
    自行车灯 | bike light | 车灯自行车, 自行车尾灯, bicycle light, bike lights, +自行车码表=bike computer | 15-199 |
    滑板 | skateboard | 双翘滑板, 陆冲板, skateboards, +长板=longboard | 99-699 |
    轮滑鞋 | roller skates | 旱冰鞋, 溜冰鞋, 儿童轮滑鞋, inline skates, rollerblades, +冰刀鞋=ice skates | 99-699 | c shoes
    滑雪板 | snowboard | ski pants, +双板=skis, +滑雪服=ski suit=ski jacket@299-1999, +滑雪镜=ski goggles@69-699, +滑雪手套=ski gloves@49-299 | 69-2999 | c
    速干毛巾 | quick-dry towel | 运动毛巾, 健身毛巾, sports towel, gym towel, microfiber towel | 12-79 | c
    运动头带 | sweatband | 止汗带, 运动发带, headband sport | 9-49 | c
    冲浪板 | surfboard | +桨板=paddle board=充气桨板 | 399-2999 |
    计步器 | pedometer | step counter, +秒表=stopwatch, +心率带=heart rate monitor, +哨子=whistle | 9-299 |`],
  ["outdoor | 户外露营 | outdoor and camping | 户外, 露营, 户外装备, 登山, 钓鱼, camping, camping gear, outdoor gear, hiking gear, fishing", "阿尔山=Arshan, 野径=Wildpath, 山海=Peak and Sea", `
    帐篷 | tent | 露营帐篷, 自动帐篷, 双人帐篷, 公园帐篷, camping tent, tents, two-person tent, pop-up tent | 99-1599 | c
    天幕 | camping tarp | 遮阳棚, 户外天幕, canopy, tarp, gazebo, beach tent | 79-599 |
    睡袋 | sleeping bag | 户外睡袋, 羽绒睡袋, 露营睡袋, sleeping bags | 59-899 | c
    防潮垫 | camping mat | 充气垫, sleeping pad, +充气床垫=air mattress=air bed=气垫床=inflatable mattress | 39-399 |
    折叠椅 | camping chair | 露营椅, 月亮椅, 户外折叠椅, 钓鱼椅, folding chair, folding chairs, fishing chair, foldable chair | 39-299 | c
    露营桌 | camping table | 蛋卷桌, 户外折叠桌, picnic table, outdoor table | 59-399 |
    野餐垫 | picnic blanket | 野餐布, 沙滩垫, 防水野餐垫, picnic mat, beach mat | 25-129 | c
    野餐篮 | picnic basket | | 39-199 |
    露营灯 | camping lantern | 营地灯, 户外照明灯, camping light, +头灯=headlamp=head torch=headlight torch | 19-299 |
    卡式炉 | portable gas stove | 户外炉具, 便携炉, camping stove, camp stove, +气罐=gas canister | 29-399 |
    户外电源 | portable power station | 移动电源户外, solar charger, power station, +太阳能板=solar panel | 499-4999 |
    登山包 | hiking backpack | 户外背包, 徒步背包, 大容量登山包, trekking backpack, hiking rucksack | 99-899 | c
    登山杖 | trekking poles | 徒步杖, hiking poles, walking poles, trekking pole | 29-299 |
    冰袋保温箱 | cool box | 保温箱, 冷藏箱, 户外保温箱, cooler, ice box, +冰袋=ice packs=ice pack | 15-399 |
    吊床 | hammock | 户外吊床, 室内吊床, hammocks | 39-199 | c
    指南针 | compass | 户外指南针, survival kit, 求生工具 | 9-99 |
    多功能刀 | multi-tool | 瑞士军刀, 户外折刀, swiss army knife, pocket knife, penknife | 39-499 |
    钓鱼竿 | fishing rod | 鱼竿, 路亚竿, 手竿, 钓竿, fishing rods, fishing pole | 29-999 |
    鱼线轮 | fishing reel | 渔轮, +鱼线=fishing line | 15-499 |
    鱼饵 | fishing bait | 鱼漂, fishing tackle, +鱼钩=fish hooks, +路亚饵=fishing lures=lure | 5-99 |
    钓箱 | fishing tackle box | 鱼护, +抄网=fishing net, +渔具包=fishing bag | 29-399 |
    渔夫遮阳帽 | fishing hat | 防晒帽, 户外遮阳帽, hiking hat, sun protection hat | 19-129 | c
    冰爪 | ice cleats | 攀岩绳, crampons, +登山绳=climbing rope, +登山扣=carabiner, +雪套=gaiters | 15-399 |
    户外手表 | outdoor watch | 登山表 | 199-1999 |
    烧烤炭 | charcoal | 木炭, 无烟炭, 果木炭, bbq charcoal | 15-79 |
    防熊喷雾驱虫手环 | insect-repellent wristband | 驱蚊手环, mosquito bracelet, +驱蚊贴=mosquito patches | 9-49 | c`],
  ["car | 汽车用品 | car accessories | 车载用品, 汽车, 车用, 汽车配件, auto accessories, car parts, car accessory, auto parts", "车伴=Carmate, 途安=Tuan Road, 驰享=Chixiang", `
    车载充电器 | car charger | 车充, 点烟器充电器, 车载快充, car phone charger, cigarette lighter charger | 19-129 |
    车载吸尘器 | car vacuum cleaner | 车用吸尘器, car vacuum | 39-299 |
    车载香薰 | car air freshener | 汽车香水, 车载香水, 车载香氛, car perfume | 12-159 |
    汽车脚垫 | car floor mats | 车垫, 全包围脚垫, car mats, car mat | 59-499 |
    汽车座套 | car seat covers | 车座套, 汽车坐垫, 座椅套, car seat cover, car seat cushion | 79-699 | c
    方向盘套 | steering wheel cover | 汽车把套 | 25-129 | c
    汽车头枕 | car neck pillow | 车载头枕, 汽车腰靠, car headrest pillow, car lumbar pillow | 29-159 | c
    汽车遮阳帘 | car sunshade | 遮阳挡, 前挡遮阳, 车窗遮阳, windshield sunshade, car window shade, sun shade for car | 15-99 |
    车衣 | car cover | 汽车罩, 汽车防雨罩, car covers | 79-399 |
    玻璃水 | windscreen washer fluid | 汽车玻璃水, 雨刷液, washer fluid, windshield washer fluid | 9-49 |
    雨刮器 | wiper blades | 雨刷, 雨刷器, 雨刮片, windscreen wipers, windshield wipers, wipers | 19-129 |
    机油 | engine oil | 全合成机油, motor oil, +防冻液=coolant=antifreeze | 59-499 |
    洗车套装 | car wash kit | 洗车毛巾, car wash, +洗车水枪=pressure washer=洗车机, +车蜡=car wax, +洗车液=car shampoo | 25-799 |
    车载充气泵 | tyre inflator | 轮胎充气泵, 车用打气泵, tire inflator, car air pump, tyre pump, tire pump, +胎压计=tyre pressure gauge | 49-399 |
    轮胎 | tyres | 汽车轮胎, 备胎, tires, tyre, tire, car tyres | 199-899 |
    汽车电瓶 | car battery | 蓄电池, +搭电线=jump leads=jumper cables=jump cables, +应急启动电源=jump starter | 59-799 |
    灭火器 | fire extinguisher | 车载灭火器, 家用灭火器, fire blanket, +烟雾报警器=smoke alarm=smoke detector, +逃生面罩=escape mask | 29-159 |
    安全锤 | car safety hammer | 破窗器, window breaker, +三角警示牌=warning triangle, +反光背心=hi-vis vest=reflective vest | 9-69 |
    车载冰箱 | car fridge | 车用冰箱, car refrigerator | 299-1999 |
    停车号码牌 | parking number plate | 挪车电话牌, 临时停车牌, parking sign | 9-49 |
    车载收纳箱 | car boot organiser | 后备箱收纳箱, 座椅缝隙收纳, car organizer, trunk organizer, +车载垃圾桶=car trash can | 15-159 |
    车贴 | car stickers | 汽车贴纸, 新手上路贴, bumper sticker, car decal | 5-59 |
    划痕修复 | scratch repair kit | 补漆笔, 划痕蜡, touch-up paint, scratch remover | 15-99 | c
    雪地防滑链 | snow chains | 防滑链, ice scraper, tyre chains, +除雪铲=snow shovel=除冰铲 | 15-199 |
    充电枪 | EV charging cable | 新能源充电枪, ev charging cable, +家用充电桩=home EV charger=ev charger | 499-2999 |
    车载导航 | car navigation | 导航仪, 中控屏, gps navigator, car stereo, car gps, car dvd, +车载蓝牙=car Bluetooth adapter | 29-1299 |`],
  ["garden | 园艺绿植 | garden and plants | 园艺, 绿植, 花草, 植物, gardening, plants, flowers and plants, garden tools", "花间=Huajian, 绿手指=Greenthumb, 小园=Littlegarden", `
    绿萝 | pothos plant | 绿植盆栽, 盆栽, 吊兰, 室内绿植, indoor plant, houseplant, potted plant, house plant, plant, indoor plants | 12-159 |
    多肉植物 | succulents | 多肉, 多肉盆栽, succulent, succulent plants | 9-99 |
    仙人掌 | cactus | 仙人球, cacti | 9-59 |
    发财树 | money tree | 幸福树, 招财树, +龟背竹=monstera, +琴叶榕=fiddle leaf fig, +富贵竹=lucky bamboo | 39-299 |
    蝴蝶兰 | orchid | 兰花, orchids, +水仙花=narcissus, +君子兰=clivia | 39-399 | c
    玫瑰花束 | bouquet of roses | 玫瑰, 玫瑰花, 红玫瑰, 鲜花, 花束, 一束花, 99朵玫瑰, roses, red roses, flowers, bouquet, bunch of flowers, flower bouquet, bouquet of flowers, fresh flowers, rose | 59-699 | c
    百合花 | lilies | 百合, 百合花束, lily, lily bouquet | 49-299 | c
    向日葵花束 | sunflowers | 向日葵, sunflower, sunflower bouquet | 49-299 |
    康乃馨 | carnations | 康乃馨花束, 母亲节花束, carnation | 49-299 | c
    郁金香 | tulips | 郁金香花束, tulip, +绣球花=hydrangeas=hydrangea, +牡丹花=peonies, +洋桔梗=lisianthus | 49-299 | c
    满天星 | baby's breath | 满天星花束, gypsophila | 29-199 | c
    开业花篮 | congratulatory flower basket | 花篮, flower basket, +菊花=chrysanthemums=扫墓鲜花=追思花=funeral flowers | 59-599 |
    花种子 | flower seeds | 种子, seeds, +蔬菜种子=vegetable seeds, +草籽=grass seed, +向日葵种子=sunflower seeds for planting | 5-39 |
    营养土 | potting soil | 花土, 种植土, 多肉土, 泥土, soil, compost, potting mix | 9-59 |
    花盆 | flower pot | 陶瓷花盆, 塑料花盆, 种植箱, planter, plant pot, flower pots, plant pots, planters | 6-159 | c
    花肥 | plant fertiliser | 肥料, 营养液, 有机肥, fertilizer, plant food, fertiliser | 9-49 |
    浇水壶 | watering can | +喷壶=spray bottle=喷水壶=plant mister, +自动浇花器=watering system | 9-129 | c
    园艺工具套装 | garden tool set | 铲子, gardening tools, +修枝剪=pruning shears=secateurs, +园艺铲=trowel, +铁锹=spade=shovel=garden shovel, +锄头=hoe | 12-199 |
    水管 | garden hose | 浇花水管, 伸缩水管, hose, water hose, hosepipe | 25-199 |
    割草机 | lawn mower | 打草机, 电动割草机, lawnmower, grass trimmer | 199-2499 |
    人工草坪 | artificial grass | 假草坪, 仿真草坪, fake grass, turf | 19-199 |
    户外太阳能灯 | solar garden light | 庭院灯, 太阳能灯, solar lights, garden lights, solar light | 15-199 |
    花架 | plant stand | 多层花架, 阳台花架, plant rack, flower stand | 39-299 |`],
  ["grocery-goods | 食品礼盒 | packaged food and gifts | 食品, 特产, 年货, 食品饮料, packaged food, food gifts, specialty food", "江南里=Jiangnan Lane, 百味=Baiwei, 老山参=Old Mountain", `
    龙井茶 | Longjing tea | 西湖龙井, 茶叶, 绿茶茶叶, longjing, tea leaves, green tea leaves, loose leaf tea, dragon well tea, tea, +碧螺春=Biluochun tea, +毛尖=Maojian tea | 59-999 |
    普洱茶饼 | pu-erh tea cake | 熟普, 生普, 黑茶, puer cake, pu erh tea | 59-899 |
    铁观音 | Tieguanyin tea | 乌龙茶叶, oolong tea leaves, +大红袍=Da Hong Pao tea=da hong pao=岩茶, +凤凰单丛=Phoenix Dancong tea | 59-899 |
    红茶茶叶 | black tea leaves | english breakfast tea, +正山小种=Lapsang Souchong, +金骏眉=Jin Jun Mei, +祁门红茶=Keemun tea, +滇红=Dian Hong tea, +伯爵茶=Earl Grey tea=earl grey, +茶包=tea bags=black tea bags | 29-599 |
    白茶 | white tea | 福鼎白茶, 老白茶, 白毫银针 | 59-899 |
    花草茶 | flower tea | 养生茶, herbal tea bags, +茉莉花茶=jasmine tea leaves, +玫瑰花茶=rose tea=dried rose tea, +菊花茶干花=dried chrysanthemum tea, +决明子茶=cassia seed tea, +洋甘菊茶=camomile tea=chamomile tea | 19-129 |
    咖啡豆 | coffee beans | 精品咖啡豆, +速溶咖啡=instant coffee, +挂耳咖啡=drip bag coffee, +咖啡粉=ground coffee=coffee powder, +胶囊咖啡=coffee capsules | 29-299 |
    白酒礼盒 | baijiu gift box | 送礼白酒, 酱香型白酒, baijiu gift set, +茅台=Moutai@1499-2999, +五粮液=Wuliangye@899-1399 | 199-2999 |
    红酒礼盒 | wine gift box | 进口红酒, 红酒整箱, wine gift set, case of wine | 129-999 |
    整箱啤酒 | case of beer | 啤酒整箱, 罐装啤酒, beer cans, crate of beer, 24 cans of beer | 49-199 |
    整箱牛奶 | carton of milk | 牛奶整箱, 纯牛奶整箱, 常温酸奶, 盒装牛奶, case of milk, uht milk, milk boxes | 39-99 |
    整箱矿泉水 | case of mineral water | 矿泉水整箱, 箱装水, 桶装水, case of water, water bottles case, bottled water case | 19-59 |
    零食大礼包 | snack gift box | 零食礼包, 整箱零食, 混合零食, snack box, snacks box, snack pack, box of snacks | 39-199 |
    坚果礼盒 | nut gift box | 坚果大礼包, 每日坚果礼盒, nut box, +开心果=pistachios, +夏威夷果=macadamia nuts, +巴旦木=almonds, +核桃=walnuts, +腰果=cashews, +碧根果=pecans | 29-299 |
    巧克力礼盒 | chocolate gift box | 情人节巧克力, 松露巧克力, box of chocolates, truffles, chocolate box | 39-399 |
    喜糖 | wedding sweets | 喜糖礼盒, 糖果礼盒, 年糖, wedding candy, candy box, sweet box | 19-199 |
    月饼礼盒 | mooncake gift box | 中秋礼盒, 广式月饼礼盒, mooncake box | 69-599 |
    粽子礼盒 | zongzi gift box | 端午礼盒 | 49-299 |
    大闸蟹礼盒 | hairy crab gift box | 大闸蟹礼券, 螃蟹礼盒, crab gift box | 199-1599 |
    水果礼盒 | fruit gift box | 水果篮, 车厘子礼盒, 送礼水果, fruit basket, fruit hamper, gift basket | 89-499 |
    海鲜礼盒 | seafood gift box | 冷冻海鲜大礼包, 海味, dried seafood, +干贝=dried scallops, +干鲍鱼=dried abalone | 129-1299 |
    腊肉腊肠 | cured meat and sausage | 香肠 川味, +腊肉=cured pork=cured meat=chinese bacon, +广式腊肠=Cantonese sausage=chinese sausage, +金华火腿=Jinhua ham=火腿 | 39-399 |
    北京特产糕点 | Beijing pastry box | 稻香村糕点, 京八件, 传统糕点礼盒, traditional pastry box, pastry gift box | 49-199 |
    螺蛳粉袋装 | packaged snail noodles | 袋装螺蛳粉, 速食螺蛳粉, instant luosifen | 15-99 |
    方便面整箱 | case of instant noodles | 泡面整箱, box of instant noodles, +自热米饭=self-heating rice, +自热锅=self-heating hotpot=速食 | 29-99 |
    罐头 | canned food | 肉罐头, canned meat, tinned food, canned fruit, +午餐肉=luncheon meat=spam, +黄桃罐头=canned peaches, +鱼罐头=canned fish=canned tuna | 9-79 |
    红枣 | dried dates | 新疆红枣, 大枣, 果干, jujubes, dried fruit, +葡萄干=raisins, +芒果干=dried mango, +蜜饯=candied fruit | 15-99 |
    木耳香菇干货 | dried mushrooms | 干货, +干香菇=dried shiitake, +干木耳=dried wood ear=dried fungus, +银耳干=dried white fungus | 19-129 |
    五谷杂粮 | mixed grains | 杂粮, beans, lentils, oats grain, +小米=millet, +黑米=black rice, +绿豆=mung beans, +红豆=red beans, +薏米=Job's tears, +藜麦=quinoa | 15-99 |
    大米 | bag of rice | 香米, 东北大米, 五常大米, 长粒香米, 十斤大米, rice, white rice | 39-129 |
    有机大米礼盒 | gift box of rice | 五常大米礼盒, 稻花香, rice gift box | 49-199 |
    奶粉成人 | adult milk powder | 中老年奶粉, 成人奶粉, 学生奶粉, 羊奶粉, milk powder for adults, goat milk powder | 59-299 |
    保健品礼盒 | health gift box | 送长辈礼盒, 补品礼盒, 送父母礼物, health food gift, gift for parents | 129-999 |
    调味料套装 | seasoning set | 调味料, 香料, seasoning, spices, spice, +花椒=Sichuan peppercorns, +八角=star anise, +胡椒粉=ground pepper=black pepper, +孜然粉=cumin powder, +咖喱块=curry cubes=curry powder, +味精=MSG | 9-79 |
    麦卢卡蜂蜜 | manuka honey | 进口蜂蜜, 蜂蜜礼盒, honey gift box | 99-499 |
    糖 咖啡伴侣 | coffee creamer | 咖啡糖, 奶精, 植脂末, creamer, sugar cubes, +炼乳=condensed milk | 9-39 |`],
  ["gifts | 礼品 | gifts | 礼物, 礼品店, 生日礼物, 送礼, 伴手礼, gift, present, presents, birthday gift, birthday present, souvenir", "月石=Moonstone, 礼遇=Liyu, 小确幸=Little Joys", `
    情侣礼物盒 | couple gift box | 情人节礼物, 女朋友礼物, 男朋友礼物, 送女友礼物, 七夕礼物, valentine gift, gift for girlfriend, gift for boyfriend, anniversary gift | 59-599 |
    礼盒套装 | gift hamper | 伴手礼盒, 公司礼品, 商务礼品, 礼品套装, gift box, gift set, corporate gift, hamper | 49-499 |
    礼品包装纸 | wrapping paper | 礼盒空盒, 礼物包装, gift wrap, gift wrapping, +丝带=ribbon, +礼品袋=gift bags=gift bag | 6-49 | c
    音乐盒 | music box | 八音盒, 水晶球音乐盒, snow globe, 水晶球 | 29-299 |
    水晶摆件 | crystal ornament | 摆件, 装饰摆件, 桌面摆件, ornament, figurine decoration, crystal, +招财猫=lucky cat | 29-599 |
    定制照片礼物 | personalised photo gift | 照片定制, 刻字礼物, photo gift, +定制杯子=custom mug, +定制抱枕=custom cushion, +定制t恤=custom T-shirt, +定制相册=photo book | 25-299 |
    十字绣 | cross-stitch kit | 手工diy材料包, knitting kit, diy kit, craft kit, +毛线=yarn=knitting wool, +钻石画=diamond painting, +钩针=crochet kit, +针线盒=sewing kit, +刺绣=embroidery kit, +diy小屋=miniature house kit | 9-199 |
    明星周边 | idol merchandise | concert merch, +荧光棒=glow sticks=应援棒=light stick, +专辑=music album=明星专辑=album=k-pop album, +黑胶唱片=vinyl record=vinyl, +cd唱片=CD | 9-399 |
    文创礼品 | museum gift | 故宫文创, 纪念品, 博物馆文创, souvenirs, cultural gift, palace museum gift, +冰箱贴=fridge magnets=fridge magnet | 12-299 |
    生日帽派对套装 | birthday party set | 派对用品套装, party set, party kit, +生日帽=party hats=派对帽, +礼花筒=confetti | 15-129 |
    婚庆用品 | wedding supplies | 喜字, 婚礼布置, wedding decorations, wedding favors, +请柬=wedding invitations=喜帖 | 9-299 |
    万圣节服装 | Halloween costume | costume, fancy dress, +圣诞老人服装=Santa costume, +万圣节面具=Halloween mask=mask costume, +cosplay服装=cosplay costume=角色扮演服装 | 29-399 | wear
    礼品卡 | gift card | 充值礼品卡, gift cards, gift voucher, voucher, +超市卡=supermarket card, +购物卡=shopping card | 50-1000 |
    香囊 | scented sachet | 中药香囊, 端午香囊, 香包, lavender sachet, sachet | 9-79 |
    折扇 | folding fan | 扇子, 竹扇, paper fan, hand fan, +团扇=round silk fan | 9-199 |
    茶宠 | tea pet | 檀香, sandalwood, +香炉=incense burner, +线香=incense sticks=incense, +沉香=agarwood, +佛珠=prayer beads | 9-399 |
    旗子 | flag | flags, +国旗=national flag, +横幅=banner=条幅, +锦旗=pennant | 9-129 |
    奖杯 | trophy | trophies, +奖牌=medals=medal, +证书=certificates=certificate=荣誉证书 | 9-199 |`],
];

function readShelf([category, brands, products]: (typeof SHELVES)[number]): { category: Category; products: readonly Product[] } {
  const [id = "", zh = "", en = "", aliases] = readLines(category, 3)[0] ?? [];
  const makers = readList(brands).map(readBilingual);
  return {
    category: { id, zh, en, aliases: readList(aliases) },
    products: readLines(products, 4).flatMap(([productZh = "", productEn = "", names, price = "", traits = ""]) => {
      const words = readList(traits, " ");
      const sizes = words.filter((word) => word !== "c").flatMap((word) => {
        const set = SIZES[word];
        invariant(set, `sizes of ${productZh} are one of ${Object.keys(SIZES).join(", ")}, got ${word}`);
        return set;
      });
      return readNames(productZh, productEn, names).map(({ own, ...named }) => ({
        ...named, category: id, priceYuan: readRange(own ?? price), brands: makers, colours: words.includes("c"), sizes,
      }));
    }),
  };
}

const shelves = SHELVES.map(readShelf);

/** Kinds of goods; their names and aliases are the words that mean anything on the shelf. */
export const productCategories: readonly Category[] = shelves.map((shelf) => shelf.category);

export const products: readonly Product[] = shelves.flatMap((shelf) => shelf.products);

/** All invented brands, once each. */
export const productBrands: readonly Bilingual[] = [
  ...new Map(products.flatMap((product) => product.brands).map((brand) => [brand.zh, brand])).values(),
];

/** Colours that a person may name and that goods marked with `colours` come in: Chinese | English | further names. */
export const colours: readonly (Bilingual & { readonly aliases: readonly string[] })[] = readLines(`
  黑色 | black | 黑
  白色 | white | 白
  红色 | red | 红, 大红
  蓝色 | blue | 蓝, 深蓝, 藏青, navy
  绿色 | green | 绿, 墨绿
  粉色 | pink | 粉, 粉红, 粉红色
  灰色 | grey | 灰, gray
  黄色 | yellow | 黄
  紫色 | purple | 紫, violet
  橙色 | orange | 橙, 橘色
  棕色 | brown | 棕, 咖啡色, 褐色
  米色 | beige | 米白, 奶白, 杏色, cream
  银色 | silver | 银
  金色 | gold | 金, golden
  透明 | transparent | 透明色, clear
  卡其色 | khaki | 卡其
`, 3).map(([zh = "", en = "", names]) => ({ zh, en, aliases: readList(names) }));

const SHOPS = `
  声悦数码旗舰店 | Sonavo Flagship Store | audio, phone-accessories
  星尘数码 | Stardust Digital | phones, phone-accessories, audio
  电子广场 | Electronics Plaza | phones, computers, cameras, audio, games
  极客小站 | Geek Corner | computers, phone-accessories, games
  拓能配件店 | Tuoneng Accessories | phone-accessories, car
  凌云电脑专营店 | Lingyun Computers | computers
  光影器材城 | Lumora Camera House | cameras
  像素熊游戏店 | Pixelbear Games | games, toys
  家和电器 | Jiahe Appliances | appliances, kitchen-appliances
  悠居生活电器 | Yoohome Appliances | appliances, home
  食光厨电 | Foodtime Kitchen | kitchen-appliances, kitchenware
  一厨好物 | Onecook Goods | kitchenware, kitchen-appliances
  青瓷里 | Celadon Lane | kitchenware, gifts
  洁净日家清 | Cleanday Household | cleaning
  每日超市 | Everyday Supermarket | cleaning, personal-care, kitchenware, grocery-goods
  棉语家纺 | Cottontalk Bedding | home
  云眠家居 | Cloudsleep Home | home, furniture
  木与光家具 | Wood and Light Furniture | furniture, home
  原野家居 | Wildfield Furniture | furniture
  巧匠五金 | Handyman Hardware | tools, car
  铁匠工具行 | Ironsmith Tools | tools, garden
  素锦女装 | Sujin Women | women, accessories
  花间服饰 | Huajian Fashion | women
  白桦服饰 | Birch Clothing | men, women
  行远男装 | Xingyuan Menswear | men
  石木男士 | Stonewood Men | men, shoes
  月石饰品 | Moonstone Jewellery | accessories, gifts
  微光配饰 | Glimmer Accessories | accessories
  逐风运动 | Windchase Sports | shoes, sports
  轻步鞋店 | Lightstep Shoes | shoes
  旅者箱包 | Lvzhe Luggage | bags
  皮匠皮具 | Tannery Lane | bags, accessories
  素肌美妆 | Suji Beauty | beauty
  花露护肤 | Petaldew Skincare | beauty, personal-care
  清晨个护 | Freshmorn Care | personal-care, cleaning
  安和大药房 | Anhe Pharmacy | health, personal-care
  康宁堂健康 | Kangning Health | health
  豆芽儿母婴 | Little Sprout Baby | baby
  月光宝贝母婴 | Moonbaby Store | baby, toys
  喵汪宠物 | Meowoof Pets | pets
  毛球镇宠物生活 | Furtown Pet Life | pets
  玩客玩具城 | Wanke Toy Town | toys
  音乐盒子乐器 | Musicbox Instruments | toys
  万卷书店 | Ten Thousand Scrolls Bookshop | books, stationery
  青鸟书坊 | Bluebird Books | books
  小墨文具 | Little Ink Stationery | stationery
  晨写办公 | Morning Write Office | stationery, computers
  力源健身器材 | Forcewell Fitness | sports
  跃动体育 | Yuedong Sports | sports, shoes
  野径户外 | Wildpath Outdoor | outdoor, bags
  阿尔山户外 | Arshan Outdoor | outdoor, shoes, men
  车伴汽车用品 | Carmate Auto | car
  途安车品 | Tuan Car Goods | car, tools
  绿手指花艺 | Greenthumb Flowers | garden, gifts
  小园植物 | Littlegarden Plants | garden
  江南里食品 | Jiangnan Lane Foods | grocery-goods
  百味年货铺 | Baiwei Festival Foods | grocery-goods, gifts
  礼遇礼品 | Liyu Gifts | gifts
  小确幸杂货 | Little Joys Store | gifts, stationery, home
  云上优选 | Cloud Select | audio, phones, appliances, home, beauty, baby, grocery-goods
  好物集市 | Good Things Market | kitchenware, home, bags, toys, garden, outdoor, books, women, men
`;

/** Who sells goods. Every `productCategories` id is sold by at least two shops. */
export const productShops: readonly ProductShop[] = readLines(SHOPS, 3).map(([zh = "", en = "", categories]) => ({
  zh,
  en,
  categories: readList(categories),
}));
