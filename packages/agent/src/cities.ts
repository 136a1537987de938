/**
 * Names of well-known cities, to tell a city from other words in a request. Not a gazetteer: services know where places
 * are; an unknown name is passed on as it was said.
 */
const ZH = (
  "北京 上海 天津 重庆 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 肇庆 揭阳 潮州 清远 韶关 茂名 阳江 梅州 河源 云浮 汕尾 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 乌镇 "
  + "南京 苏州 无锡 常州 南通 扬州 镇江 泰州 徐州 盐城 淮安 连云港 宿迁 昆山 合肥 芜湖 黄山 蚌埠 马鞍山 安庆 阜阳 六安 滁州 宿州 亳州 宣城 福州 厦门 泉州 漳州 莆田 龙岩 三明 南平 宁德 南昌 九江 赣州 景德镇 上饶 "
  + "宜春 吉安 萍乡 新余 鹰潭 抚州 济南 青岛 烟台 威海 潍坊 淄博 临沂 济宁 泰安 日照 德州 聊城 滨州 菏泽 枣庄 东营 郑州 洛阳 开封 南阳 新乡 安阳 许昌 信阳 周口 商丘 驻马店 平顶山 焦作 三门峡 漯河 濮阳 鹤壁 "
  + "武汉 宜昌 襄阳 荆州 黄石 十堰 孝感 黄冈 恩施 咸宁 荆门 随州 长沙 株洲 湘潭 衡阳 岳阳 常德 张家界 郴州 永州 怀化 邵阳 娄底 益阳 凤凰 南宁 桂林 柳州 北海 梧州 玉林 百色 钦州 防城港 阳朔 海口 三亚 儋州 琼海 "
  + "成都 绵阳 德阳 乐山 宜宾 泸州 南充 自贡 攀枝花 达州 眉山 西昌 峨眉山 都江堰 九寨沟 贵阳 遵义 六盘水 安顺 毕节 铜仁 凯里 昆明 大理 丽江 西双版纳 香格里拉 曲靖 玉溪 保山 腾冲 拉萨 日喀则 林芝 西安 咸阳 宝鸡 "
  + "延安 汉中 榆林 渭南 安康 兰州 敦煌 嘉峪关 天水 酒泉 张掖 西宁 格尔木 银川 中卫 乌鲁木齐 喀什 伊宁 吐鲁番 克拉玛依 阿勒泰 库尔勒 呼和浩特 包头 鄂尔多斯 赤峰 通辽 呼伦贝尔 海拉尔 满洲里 太原 大同 平遥 运城 "
  + "临汾 长治 晋中 晋城 石家庄 唐山 秦皇岛 保定 邯郸 邢台 张家口 承德 廊坊 沧州 衡水 北戴河 沈阳 大连 鞍山 抚顺 丹东 锦州 营口 盘锦 葫芦岛 本溪 长春 吉林 延吉 四平 通化 松原 哈尔滨 齐齐哈尔 牡丹江 佳木斯 大庆 漠河 "
  + "伊春 黑河 香港 澳门 台北 高雄 台中 台南 花莲 垦丁 东京 大阪 京都 札幌 名古屋 福冈 冲绳 奈良 神户 横滨 首尔 釜山 济州 曼谷 清迈 普吉 芭提雅 新加坡 吉隆坡 槟城 雅加达 巴厘岛 马尼拉 长滩岛 河内 胡志明市 岘港 芽庄 金边 "
  + "暹粒 仰光 万象 德里 新德里 孟买 加德满都 科伦坡 马累 迪拜 阿布扎比 多哈 伊斯坦布尔 特拉维夫 开罗 内罗毕 开普敦 约翰内斯堡 伦敦 巴黎 罗马 米兰 威尼斯 佛罗伦萨 巴塞罗那 马德里 里斯本 柏林 慕尼黑 法兰克福 汉堡 维也纳 "
  + "布拉格 布达佩斯 华沙 苏黎世 日内瓦 阿姆斯特丹 布鲁塞尔 哥本哈根 斯德哥尔摩 奥斯陆 赫尔辛基 雷克雅未克 雅典 都柏林 爱丁堡 曼彻斯特 尼斯 莫斯科 圣彼得堡 纽约 洛杉矶 旧金山 西雅图 芝加哥 波士顿 华盛顿 迈阿密 拉斯维加斯 夏威夷 檀香山 "
  + "温哥华 多伦多 蒙特利尔 墨西哥城 坎昆 圣保罗 里约热内卢 布宜诺斯艾利斯 悉尼 墨尔本 布里斯班 珀斯 凯恩斯 奥克兰 皇后镇 基督城"
).split(" ");
const EN = (
  "beijing,peking,shanghai,tianjin,chongqing,guangzhou,canton,shenzhen,zhuhai,shantou,foshan,dongguan,zhongshan,huizhou,hangzhou,ningbo,wenzhou,jiaxing,huzhou,shaoxing,jinhua,quzhou,zhoushan,taizhou,lishui,yiwu,wuzhen,nanjing,suzhou,wuxi,"
  + "changzhou,nantong,yangzhou,zhenjiang,xuzhou,yancheng,huai'an,lianyungang,suqian,kunshan,hefei,wuhu,huangshan,bengbu,anqing,fuyang,fuzhou,xiamen,quanzhou,zhangzhou,putian,longyan,nanchang,jiujiang,ganzhou,jingdezhen,shangrao,jinan,qingdao,"
  + "yantai,weihai,weifang,zibo,linyi,jining,tai'an,rizhao,zhengzhou,luoyang,kaifeng,nanyang,xinxiang,anyang,xuchang,xinyang,shangqiu,wuhan,yichang,xiangyang,jingzhou,huangshi,shiyan,enshi,changsha,zhuzhou,xiangtan,hengyang,yueyang,changde,"
  + "zhangjiajie,chenzhou,huaihua,fenghuang,nanning,guilin,liuzhou,beihai,yangshuo,haikou,sanya,chengdu,mianyang,leshan,yibin,luzhou,nanchong,jiuzhaigou,guiyang,zunyi,anshun,kaili,kunming,dali,lijiang,xishuangbanna,shangri-la,qujing,lhasa,"
  + "xi'an,xian,xianyang,baoji,yan'an,hanzhong,yulin,lanzhou,dunhuang,jiayuguan,tianshui,xining,yinchuan,urumqi,kashgar,turpan,hohhot,baotou,ordos,hulunbuir,taiyuan,datong,pingyao,yuncheng,shijiazhuang,tangshan,qinhuangdao,baoding,handan,"
  + "zhangjiakou,chengde,shenyang,dalian,anshan,dandong,jinzhou,changchun,jilin,yanji,harbin,qiqihar,mudanjiang,daqing,mohe,hong kong,macau,macao,taipei,kaohsiung,taichung,tainan,tokyo,osaka,kyoto,sapporo,nagoya,fukuoka,okinawa,nara,kobe,"
  + "yokohama,seoul,busan,jeju,bangkok,chiang mai,phuket,pattaya,singapore,kuala lumpur,penang,jakarta,bali,manila,boracay,hanoi,ho chi minh city,da nang,nha trang,phnom penh,siem reap,yangon,delhi,new delhi,mumbai,kathmandu,colombo,dubai,"
  + "abu dhabi,doha,istanbul,tel aviv,cairo,nairobi,cape town,johannesburg,london,paris,rome,milan,venice,florence,barcelona,madrid,seville,valencia,lisbon,porto,berlin,munich,frankfurt,hamburg,cologne,vienna,salzburg,prague,budapest,warsaw,"
  + "krakow,zurich,geneva,amsterdam,rotterdam,brussels,antwerp,copenhagen,stockholm,gothenburg,oslo,bergen,helsinki,reykjavik,athens,dublin,edinburgh,glasgow,manchester,liverpool,birmingham,leeds,bristol,oxford,cambridge,nice,lyon,marseille,"
  + "bordeaux,moscow,saint petersburg,st petersburg,new york,los angeles,san francisco,san diego,seattle,chicago,boston,washington,miami,orlando,las vegas,hawaii,honolulu,austin,dallas,houston,denver,atlanta,philadelphia,charlotte,vancouver,"
  + "toronto,montreal,mexico city,cancun,sao paulo,rio de janeiro,buenos aires,lima,sydney,melbourne,brisbane,perth,cairns,auckland,queenstown,christchurch"
).split(",");

const KNOWN: ReadonlySet<string> = new Set([...ZH, ...EN]);
const EN_PATTERN = new RegExp(`(?<![a-z])(?:${EN.toSorted((a, b) => b.length - a.length).join("|")})(?![a-z])`, "gi");
const ZH_PATTERN = new RegExp(ZH.toSorted((a, b) => b.length - a.length).join("|"), "g");

export const isCity = (text: string): boolean => KNOWN.has(text.trim().toLowerCase().replace(/(?:市|\s+city)$/, "")) || KNOWN.has(text.trim().toLowerCase());

export interface NamedCity {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cities that the words name on their own: not inside a station, airport or shop ("杭州东站", "Hangzhou East Station",
 * "兰州拉面", "nice shoes").
 */
export function citiesIn(words: string): readonly NamedCity[] {
  const zh = [...words.matchAll(ZH_PATTERN)].filter((match) => !/^(?:[东西南北]?站|[\p{Script=Han}]{0,3}机场|拉面|牛肉面|小笼|烤鸭|火锅|臭豆腐|米粉|炒饭|菜|小面|热干面|肉夹馍)/u.test(words.slice(match.index + match[0].length)));
  const en = [...words.matchAll(EN_PATTERN)].filter((match) => {
    const capital = /^[A-Z]/.test(match[0]);
    const ambiguous = /^(?:nice|bali|cologne|orlando|victoria|charlotte|florence|lima|porto)$/i.test(match[0]);
    return (capital || !ambiguous) && !/^ (?:(?:north|south|east|west)(?:ern)? )?(?:railway )?(?:station|airport|duck|noodles?|shoes|hotpot)/i.test(words.slice(match.index + match[0].length));
  });
  return [...zh, ...en].map((match) => ({ name: match[0], start: match.index, end: match.index + match[0].length })).toSorted((a, b) => a.start - b.start);
}
