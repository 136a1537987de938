/**
 * Well-known cities in both languages, so that a profile written in one can be told to a model in the other. A city that
 * is not here keeps the name that the person gave it.
 */
import type { Locale } from "@wanwen/services";

const PAIRS: readonly (readonly [zh: string, en: string])[] = (
  "北京 Beijing,上海 Shanghai,天津 Tianjin,重庆 Chongqing,广州 Guangzhou,深圳 Shenzhen,珠海 Zhuhai,佛山 Foshan,东莞 Dongguan,中山 Zhongshan,惠州 Huizhou,汕头 Shantou,杭州 Hangzhou,宁波 Ningbo,温州 Wenzhou,"
  + "嘉兴 Jiaxing,湖州 Huzhou,绍兴 Shaoxing,金华 Jinhua,义乌 Yiwu,台州 Taizhou,舟山 Zhoushan,南京 Nanjing,苏州 Suzhou,无锡 Wuxi,常州 Changzhou,南通 Nantong,扬州 Yangzhou,镇江 Zhenjiang,徐州 Xuzhou,昆山 Kunshan,"
  + "合肥 Hefei,芜湖 Wuhu,黄山 Huangshan,福州 Fuzhou,厦门 Xiamen,泉州 Quanzhou,南昌 Nanchang,九江 Jiujiang,济南 Jinan,青岛 Qingdao,烟台 Yantai,威海 Weihai,潍坊 Weifang,郑州 Zhengzhou,洛阳 Luoyang,开封 Kaifeng,"
  + "武汉 Wuhan,宜昌 Yichang,长沙 Changsha,张家界 Zhangjiajie,南宁 Nanning,桂林 Guilin,北海 Beihai,海口 Haikou,三亚 Sanya,成都 Chengdu,绵阳 Mianyang,贵阳 Guiyang,昆明 Kunming,大理 Dali,丽江 Lijiang,拉萨 Lhasa,"
  + "西安 Xi'an,兰州 Lanzhou,敦煌 Dunhuang,西宁 Xining,银川 Yinchuan,乌鲁木齐 Urumqi,呼和浩特 Hohhot,太原 Taiyuan,大同 Datong,石家庄 Shijiazhuang,沈阳 Shenyang,大连 Dalian,长春 Changchun,哈尔滨 Harbin,"
  + "香港 Hong Kong,澳门 Macau,台北 Taipei,高雄 Kaohsiung,东京 Tokyo,大阪 Osaka,京都 Kyoto,首尔 Seoul,曼谷 Bangkok,新加坡 Singapore,吉隆坡 Kuala Lumpur,迪拜 Dubai,伦敦 London,巴黎 Paris,罗马 Rome,米兰 Milan,"
  + "巴塞罗那 Barcelona,马德里 Madrid,柏林 Berlin,慕尼黑 Munich,维也纳 Vienna,阿姆斯特丹 Amsterdam,莫斯科 Moscow,纽约 New York,洛杉矶 Los Angeles,旧金山 San Francisco,西雅图 Seattle,芝加哥 Chicago,波士顿 Boston,"
  + "温哥华 Vancouver,多伦多 Toronto,悉尼 Sydney,墨尔本 Melbourne,奥克兰 Auckland"
).split(",").map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]);

const ENGLISH = new Map(PAIRS);
const CHINESE = new Map(PAIRS.map(([zh, en]) => [en.toLowerCase(), zh]));

/** "杭州市" is "Hangzhou" to an English reader, "hangzhou" is "杭州" to a Chinese one. */
export function cityNameIn(locale: Locale, city: string): string {
  const name = city.trim();
  return (locale === "en" ? ENGLISH.get(name.replace(/市$/, "")) : CHINESE.get(name.toLowerCase().replace(/ city$/, ""))) ?? city;
}
