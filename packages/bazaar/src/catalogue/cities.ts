/**
 * Cities, their stations and airports. Everyday knowledge; positions are degrees to two decimals. A line per city:
 * Chinese | English | further names | latitude longitude | stations zh=en | airports zh=en=IATA
 */
import { invariant } from "@wanwen/core";
import { readLines, readList } from "./lines.ts";
import type { City, Station } from "./types.ts";

const MAINLAND = `
  北京 | Beijing | 京, 北京市, Peking, 帝都 | 39.90 116.41 | 北京南=Beijing South, 北京西=Beijing West, 北京=Beijing, 北京朝阳=Beijing Chaoyang, 北京丰台=Beijing Fengtai, 北京北=Beijing North | 首都=Capital=PEK, 大兴=Daxing=PKX
  上海 | Shanghai | 沪, 上海市, 魔都 | 31.23 121.47 | 上海虹桥=Shanghai Hongqiao, 上海=Shanghai, 上海南=Shanghai South, 上海西=Shanghai West, 上海松江=Shanghai Songjiang | 浦东=Pudong=PVG, 虹桥=Hongqiao=SHA
  广州 | Guangzhou | 穗, 广州市, 羊城, Canton | 23.13 113.26 | 广州南=Guangzhou South, 广州东=Guangzhou East, 广州=Guangzhou, 广州白云=Guangzhou Baiyun | 白云=Baiyun=CAN
  深圳 | Shenzhen | 深圳市, 鹏城 | 22.54 114.06 | 深圳北=Shenzhen North, 深圳=Shenzhen, 福田=Futian, 深圳坪山=Shenzhen Pingshan | 宝安=Bao'an=SZX
  天津 | Tianjin | 津, 天津市 | 39.13 117.20 | 天津=Tianjin, 天津西=Tianjin West, 天津南=Tianjin South, 滨海=Binhai | 滨海国际=Binhai International=TSN
  重庆 | Chongqing | 渝, 重庆市, 山城 | 29.56 106.55 | 重庆北=Chongqing North, 重庆西=Chongqing West, 重庆东=Chongqing East, 沙坪坝=Shapingba | 江北=Jiangbei=CKG
  成都 | Chengdu | 蓉, 成都市, 蓉城 | 30.57 104.07 | 成都东=Chengdu East, 成都南=Chengdu South, 成都西=Chengdu West, 成都=Chengdu | 天府=Tianfu=TFU, 双流=Shuangliu=CTU
  杭州 | Hangzhou | 杭, 杭州市, 杭城 | 30.27 120.15 | 杭州东=Hangzhou East, 杭州西=Hangzhou West, 杭州=Hangzhou, 杭州南=Hangzhou South | 萧山=Xiaoshan=HGH
  南京 | Nanjing | 宁, 南京市, 金陵, Nanking | 32.06 118.80 | 南京南=Nanjing South, 南京=Nanjing | 禄口=Lukou=NKG
  武汉 | Wuhan | 汉, 武汉市, 江城 | 30.59 114.31 | 武汉=Wuhan, 汉口=Hankou, 武昌=Wuchang | 天河=Tianhe=WUH
  西安 | Xi'an | 西安市, 长安, Xian | 34.34 108.94 | 西安北=Xi'an North, 西安=Xi'an | 咸阳国际=Xianyang International=XIY
  苏州 | Suzhou | 苏州市, 姑苏, Soochow | 31.30 120.58 | 苏州北=Suzhou North, 苏州=Suzhou, 苏州园区=Suzhou Industrial Park |
  郑州 | Zhengzhou | 郑州市 | 34.75 113.63 | 郑州东=Zhengzhou East, 郑州=Zhengzhou, 郑州航空港=Zhengzhou Airport Zone | 新郑=Xinzheng=CGO
  长沙 | Changsha | 长沙市, 星城 | 28.23 112.94 | 长沙南=Changsha South, 长沙=Changsha | 黄花=Huanghua=CSX
  沈阳 | Shenyang | 沈阳市, 盛京 | 41.80 123.43 | 沈阳北=Shenyang North, 沈阳=Shenyang, 沈阳南=Shenyang South | 桃仙=Taoxian=SHE
  青岛 | Qingdao | 青岛市, 岛城, Tsingtao | 36.07 120.38 | 青岛北=Qingdao North, 青岛=Qingdao, 青岛西=Qingdao West | 胶东=Jiaodong=TAO
  大连 | Dalian | 大连市 | 38.91 121.61 | 大连北=Dalian North, 大连=Dalian | 周水子=Zhoushuizi=DLC
  济南 | Jinan | 济南市, 泉城, Ji'nan | 36.65 117.12 | 济南西=Jinan West, 济南=Jinan, 济南东=Jinan East | 遥墙=Yaoqiang=TNA
  哈尔滨 | Harbin | 哈尔滨市, 冰城, 尔滨 | 45.80 126.53 | 哈尔滨西=Harbin West, 哈尔滨=Harbin | 太平=Taiping=HRB
  长春 | Changchun | 长春市 | 43.82 125.32 | 长春=Changchun, 长春西=Changchun West | 龙嘉=Longjia=CGQ
  昆明 | Kunming | 昆明市, 春城 | 25.04 102.71 | 昆明南=Kunming South, 昆明=Kunming | 长水=Changshui=KMG
  厦门 | Xiamen | 厦门市, 鹭岛, Amoy | 24.48 118.09 | 厦门北=Xiamen North, 厦门=Xiamen | 高崎=Gaoqi=XMN
  福州 | Fuzhou | 福州市, 榕城, Foochow | 26.07 119.30 | 福州=Fuzhou, 福州南=Fuzhou South | 长乐=Changle=FOC
  合肥 | Hefei | 合肥市 | 31.82 117.23 | 合肥南=Hefei South, 合肥=Hefei | 新桥=Xinqiao=HFE
  南昌 | Nanchang | 南昌市, 洪城 | 28.68 115.86 | 南昌西=Nanchang West, 南昌=Nanchang, 南昌东=Nanchang East | 昌北=Changbei=KHN
  南宁 | Nanning | 南宁市, 邕城 | 22.82 108.37 | 南宁东=Nanning East, 南宁=Nanning | 吴圩=Wuxu=NNG
  贵阳 | Guiyang | 贵阳市, 筑城 | 26.65 106.63 | 贵阳北=Guiyang North, 贵阳=Guiyang, 贵阳东=Guiyang East | 龙洞堡=Longdongbao=KWE
  海口 | Haikou | 海口市, 椰城 | 20.04 110.34 | 海口东=Haikou East, 海口=Haikou | 美兰=Meilan=HAK
  三亚 | Sanya | 三亚市 | 18.25 109.51 | 三亚=Sanya, 亚龙湾=Yalong Bay | 凤凰=Phoenix=SYX
  石家庄 | Shijiazhuang | 石家庄市 | 38.04 114.51 | 石家庄=Shijiazhuang, 石家庄北=Shijiazhuang North | 正定=Zhengding=SJW
  太原 | Taiyuan | 太原市, 龙城 | 37.87 112.55 | 太原南=Taiyuan South, 太原=Taiyuan | 武宿=Wusu=TYN
  呼和浩特 | Hohhot | 呼和浩特市, 呼市, 青城, Huhehaote | 40.84 111.75 | 呼和浩特东=Hohhot East, 呼和浩特=Hohhot | 白塔=Baita=HET
  兰州 | Lanzhou | 兰州市, 金城 | 36.06 103.83 | 兰州西=Lanzhou West, 兰州=Lanzhou | 中川=Zhongchuan=LHW
  西宁 | Xining | 西宁市 | 36.62 101.78 | 西宁=Xining | 曹家堡=Caojiabao=XNN
  银川 | Yinchuan | 银川市 | 38.49 106.23 | 银川=Yinchuan | 河东=Hedong=INC
  乌鲁木齐 | Urumqi | 乌鲁木齐市, 乌市, Wulumuqi | 43.83 87.62 | 乌鲁木齐=Urumqi | 地窝堡=Diwopu=URC
  拉萨 | Lhasa | 拉萨市, 日光城 | 29.65 91.14 | 拉萨=Lhasa | 贡嘎=Gonggar=LXA
  宁波 | Ningbo | 甬, 宁波市 | 29.87 121.55 | 宁波=Ningbo | 栎社=Lishe=NGB
  温州 | Wenzhou | 温州市, 鹿城 | 28.00 120.67 | 温州南=Wenzhou South, 温州北=Wenzhou North | 龙湾=Longwan=WNZ
  无锡 | Wuxi | 无锡市, 锡城 | 31.49 120.31 | 无锡=Wuxi, 无锡东=Wuxi East | 硕放=Shuofang=WUX
  常州 | Changzhou | 常州市 | 31.81 119.97 | 常州=Changzhou, 常州北=Changzhou North | 奔牛=Benniu=CZX
  徐州 | Xuzhou | 徐州市, 彭城 | 34.26 117.19 | 徐州东=Xuzhou East, 徐州=Xuzhou | 观音=Guanyin=XUZ
  扬州 | Yangzhou | 扬州市, 广陵 | 32.39 119.41 | 扬州东=Yangzhou East, 扬州=Yangzhou | 扬州泰州=Yangzhou Taizhou=YTY
  南通 | Nantong | 南通市 | 31.98 120.89 | 南通=Nantong, 南通西=Nantong West | 兴东=Xingdong=NTG
  镇江 | Zhenjiang | 镇江市 | 32.19 119.42 | 镇江=Zhenjiang, 镇江南=Zhenjiang South |
  盐城 | Yancheng | 盐城市 | 33.35 120.16 | 盐城=Yancheng | 南洋=Nanyang Yancheng=YNZ
  连云港 | Lianyungang | 连云港市 | 34.60 119.22 | 连云港=Lianyungang | 花果山=Huaguoshan=LYG
  淮安 | Huai'an | 淮安市, Huaian | 33.61 119.02 | 淮安东=Huai'an East | 涟水=Lianshui=HIA
  泰州 | Taizhou Jiangsu | 泰州市 | 32.46 119.92 | 泰州=Taizhou Jiangsu |
  宿迁 | Suqian | 宿迁市 | 33.96 118.28 | 宿迁=Suqian |
  昆山 | Kunshan | 昆山市 | 31.39 120.98 | 昆山南=Kunshan South, 昆山=Kunshan |
  义乌 | Yiwu | 义乌市 | 29.31 120.07 | 义乌=Yiwu | 义乌=Yiwu=YIW
  绍兴 | Shaoxing | 绍兴市 | 30.00 120.58 | 绍兴北=Shaoxing North, 绍兴=Shaoxing |
  嘉兴 | Jiaxing | 嘉兴市 | 30.75 120.76 | 嘉兴南=Jiaxing South, 嘉兴=Jiaxing |
  湖州 | Huzhou | 湖州市 | 30.89 120.09 | 湖州=Huzhou |
  金华 | Jinhua | 金华市 | 29.08 119.65 | 金华=Jinhua, 金华南=Jinhua South |
  台州 | Taizhou | 台州市, 台州浙江, Taizhou Zhejiang | 28.66 121.42 | 台州西=Taizhou West, 台州=Taizhou | 路桥=Luqiao=HYN
  丽水 | Lishui | 丽水市 | 28.47 119.92 | 丽水=Lishui | 丽水=Lishui=LIJ
  衢州 | Quzhou | 衢州市 | 28.94 118.87 | 衢州=Quzhou | 衢州=Quzhou=JUZ
  舟山 | Zhoushan | 舟山市 | 30.00 122.21 | | 普陀山=Putuoshan=HSN
  乌镇 | Wuzhen | 乌镇古镇 | 30.74 120.49 | 桐乡=Tongxiang |
  芜湖 | Wuhu | 芜湖市 | 31.35 118.43 | 芜湖=Wuhu | 宣州=Xuanzhou=WHA
  黄山 | Huangshan | 黄山市, 屯溪, Yellow Mountain city | 29.71 118.34 | 黄山北=Huangshan North | 屯溪=Tunxi=TXN
  安庆 | Anqing | 安庆市 | 30.54 117.06 | 安庆=Anqing, 安庆西=Anqing West | 天柱山=Tianzhushan=AQG
  蚌埠 | Bengbu | 蚌埠市 | 32.92 117.39 | 蚌埠南=Bengbu South, 蚌埠=Bengbu | 滕湖=Tenghu=BFU
  阜阳 | Fuyang | 阜阳市 | 32.89 115.81 | 阜阳西=Fuyang West, 阜阳=Fuyang | 阜阳=Fuyang=FUG
  马鞍山 | Ma'anshan | 马鞍山市, Maanshan | 31.67 118.51 | 马鞍山东=Ma'anshan East |
  滁州 | Chuzhou | 滁州市 | 32.30 118.32 | 滁州=Chuzhou |
  淮南 | Huainan | 淮南市 | 32.63 117.00 | 淮南东=Huainan East |
  六安 | Lu'an | 六安市, Luan | 31.73 116.52 | 六安=Lu'an |
  宣城 | Xuancheng | 宣城市 | 30.94 118.76 | 宣城=Xuancheng |
  亳州 | Bozhou | 亳州市 | 33.84 115.78 | 亳州南=Bozhou South |
  泉州 | Quanzhou | 泉州市, 鲤城 | 24.87 118.68 | 泉州=Quanzhou, 泉州东=Quanzhou East | 晋江=Jinjiang=JJN
  漳州 | Zhangzhou | 漳州市 | 24.51 117.65 | 漳州=Zhangzhou |
  莆田 | Putian | 莆田市 | 25.45 119.01 | 莆田=Putian |
  宁德 | Ningde | 宁德市 | 26.67 119.55 | 宁德=Ningde |
  南平 | Nanping | 南平市 | 26.64 118.18 | 南平市=Nanping |
  武夷山 | Wuyishan | 武夷山市, Mount Wuyi | 27.76 118.03 | 武夷山北=Wuyishan North, 武夷山东=Wuyishan East | 武夷山=Wuyishan=WUS
  龙岩 | Longyan | 龙岩市 | 25.08 117.02 | 龙岩=Longyan | 冠豸山=Guanzhishan=LCX
  三明 | Sanming | 三明市 | 26.26 117.64 | 三明北=Sanming North | 沙县=Shaxian=SQJ
  九江 | Jiujiang | 九江市 | 29.71 116.00 | 九江=Jiujiang, 庐山=Lushan | 庐山=Lushan=JIU
  赣州 | Ganzhou | 赣州市 | 25.83 114.93 | 赣州西=Ganzhou West, 赣州=Ganzhou | 黄金=Huangjin=KOW
  景德镇 | Jingdezhen | 景德镇市, 瓷都 | 29.27 117.18 | 景德镇北=Jingdezhen North | 罗家=Luojia=JDZ
  上饶 | Shangrao | 上饶市 | 28.45 117.94 | 上饶=Shangrao | 三清山=Sanqingshan=SQD
  婺源 | Wuyuan | 婺源县 | 29.25 117.86 | 婺源=Wuyuan |
  宜春 | Yichun Jiangxi | 宜春市 | 27.81 114.42 | 宜春=Yichun Jiangxi | 明月山=Mingyueshan=YIC
  吉安 | Ji'an | 吉安市, Jian Jiangxi, 井冈山 | 27.11 114.99 | 吉安西=Ji'an West | 井冈山=Jinggangshan=JGS
  萍乡 | Pingxiang | 萍乡市 | 27.62 113.85 | 萍乡北=Pingxiang North |
  抚州 | Fuzhou Jiangxi | 抚州市 | 27.95 116.36 | 抚州=Fuzhou Jiangxi |
  新余 | Xinyu | 新余市 | 27.82 114.92 | 新余北=Xinyu North |
  鹰潭 | Yingtan | 鹰潭市 | 28.26 117.07 | 鹰潭北=Yingtan North |
  烟台 | Yantai | 烟台市 | 37.46 121.45 | 烟台=Yantai, 烟台南=Yantai South | 蓬莱=Penglai=YNT
  威海 | Weihai | 威海市 | 37.51 122.12 | 威海=Weihai, 威海北=Weihai North | 大水泊=Dashuibo=WEH
  潍坊 | Weifang | 潍坊市 | 36.71 119.16 | 潍坊=Weifang, 潍坊北=Weifang North | 南苑=Nanyuan=WEF
  临沂 | Linyi | 临沂市 | 35.10 118.36 | 临沂北=Linyi North | 启阳=Qiyang=LYI
  淄博 | Zibo | 淄博市 | 36.81 118.05 | 淄博=Zibo, 淄博北=Zibo North |
  泰安 | Tai'an | 泰安市, Taian | 36.20 117.09 | 泰安=Tai'an, 泰山=Taishan |
  济宁 | Jining | 济宁市 | 35.41 116.59 | 济宁北=Jining North | 大安=Da'an=JNG
  曲阜 | Qufu | 曲阜市 | 35.58 116.99 | 曲阜东=Qufu East |
  日照 | Rizhao | 日照市 | 35.42 119.53 | 日照西=Rizhao West | 山字河=Shanzihe=RIZ
  德州 | Dezhou | 德州市 | 37.43 116.36 | 德州东=Dezhou East |
  聊城 | Liaocheng | 聊城市 | 36.46 115.99 | 聊城西=Liaocheng West |
  滨州 | Binzhou | 滨州市 | 37.38 117.97 | 滨州=Binzhou |
  菏泽 | Heze | 菏泽市 | 35.23 115.48 | 菏泽东=Heze East | 牡丹=Mudan=HZA
  枣庄 | Zaozhuang | 枣庄市 | 34.81 117.32 | 枣庄=Zaozhuang |
  东营 | Dongying | 东营市 | 37.43 118.67 | 东营南=Dongying South | 胜利=Shengli=DOY
  洛阳 | Luoyang | 洛阳市 | 34.62 112.45 | 洛阳龙门=Luoyang Longmen, 洛阳=Luoyang | 北郊=Beijiao=LYA
  开封 | Kaifeng | 开封市, 汴京 | 34.80 114.31 | 开封北=Kaifeng North, 开封=Kaifeng |
  南阳 | Nanyang | 南阳市 | 32.99 112.53 | 南阳东=Nanyang East | 姜营=Jiangying=NNY
  新乡 | Xinxiang | 新乡市 | 35.30 113.93 | 新乡东=Xinxiang East |
  安阳 | Anyang | 安阳市 | 36.10 114.39 | 安阳东=Anyang East | 红旗渠=Hongqiqu=AYN
  商丘 | Shangqiu | 商丘市 | 34.41 115.66 | 商丘=Shangqiu |
  许昌 | Xuchang | 许昌市 | 34.04 113.85 | 许昌东=Xuchang East |
  信阳 | Xinyang | 信阳市 | 32.15 114.09 | 信阳东=Xinyang East | 明港=Minggang=XAI
  驻马店 | Zhumadian | 驻马店市 | 33.01 114.02 | 驻马店西=Zhumadian West |
  周口 | Zhoukou | 周口市 | 33.63 114.70 | 周口东=Zhoukou East |
  焦作 | Jiaozuo | 焦作市 | 35.22 113.24 | 焦作=Jiaozuo |
  平顶山 | Pingdingshan | 平顶山市 | 33.77 113.19 | 平顶山西=Pingdingshan West |
  三门峡 | Sanmenxia | 三门峡市 | 34.77 111.20 | 三门峡南=Sanmenxia South |
  宜昌 | Yichang | 宜昌市 | 30.69 111.29 | 宜昌东=Yichang East, 宜昌北=Yichang North | 三峡=Three Gorges=YIH
  襄阳 | Xiangyang | 襄阳市, 襄樊 | 32.01 112.12 | 襄阳东=Xiangyang East | 刘集=Liuji=XFN
  荆州 | Jingzhou | 荆州市 | 30.33 112.24 | 荆州=Jingzhou | 沙市=Shashi=SHS
  十堰 | Shiyan | 十堰市, 武当山 | 32.63 110.80 | 十堰东=Shiyan East, 武当山西=Wudangshan West | 武当山=Wudangshan=WDS
  恩施 | Enshi | 恩施市, 恩施州 | 30.27 109.49 | 恩施=Enshi | 许家坪=Xujiaping=ENH
  黄石 | Huangshi | 黄石市 | 30.20 115.04 | 黄石北=Huangshi North |
  黄冈 | Huanggang | 黄冈市 | 30.45 114.87 | 黄冈东=Huanggang East |
  孝感 | Xiaogan | 孝感市 | 30.92 113.92 | 孝感北=Xiaogan North, 孝感东=Xiaogan East |
  株洲 | Zhuzhou | 株洲市 | 27.83 113.13 | 株洲西=Zhuzhou West, 株洲=Zhuzhou |
  湘潭 | Xiangtan | 湘潭市 | 27.83 112.94 | 湘潭北=Xiangtan North, 湘潭=Xiangtan |
  衡阳 | Hengyang | 衡阳市 | 26.89 112.57 | 衡阳东=Hengyang East, 衡阳=Hengyang | 南岳=Nanyue=HNY
  岳阳 | Yueyang | 岳阳市 | 29.36 113.13 | 岳阳东=Yueyang East | 三荷=Sanhe=YYA
  常德 | Changde | 常德市 | 29.03 111.70 | 常德=Changde | 桃花源=Taohuayuan=CGD
  张家界 | Zhangjiajie | 张家界市 | 29.12 110.48 | 张家界西=Zhangjiajie West | 荷花=Hehua=DYG
  怀化 | Huaihua | 怀化市 | 27.57 110.00 | 怀化南=Huaihua South | 芷江=Zhijiang=HJJ
  凤凰 | Fenghuang | 凤凰县, 凤凰古城, Phoenix Ancient Town | 27.95 109.60 | 凤凰古城=Fenghuang Ancient Town |
  郴州 | Chenzhou | 郴州市 | 25.77 113.01 | 郴州西=Chenzhou West | 北湖=Beihu=HCZ
  永州 | Yongzhou | 永州市 | 26.42 111.61 | 永州=Yongzhou | 零陵=Lingling=LLF
  邵阳 | Shaoyang | 邵阳市 | 27.24 111.47 | 邵阳=Shaoyang | 武冈=Wugang=WGN
  娄底 | Loudi | 娄底市 | 27.70 111.99 | 娄底南=Loudi South |
  益阳 | Yiyang | 益阳市 | 28.55 112.36 | 益阳南=Yiyang South |
  东莞 | Dongguan | 东莞市 | 23.02 113.75 | 虎门=Humen, 东莞南=Dongguan South, 东莞=Dongguan |
  佛山 | Foshan | 佛山市 | 23.02 113.12 | 佛山西=Foshan West, 佛山=Foshan | 沙堤=Shadi=FUO
  珠海 | Zhuhai | 珠海市 | 22.27 113.58 | 珠海=Zhuhai, 珠海北=Zhuhai North | 金湾=Jinwan=ZUH
  中山 | Zhongshan | 中山市 | 22.52 113.39 | 中山北=Zhongshan North, 中山=Zhongshan |
  惠州 | Huizhou | 惠州市 | 23.11 114.42 | 惠州南=Huizhou South, 惠州北=Huizhou North | 平潭=Pingtan=HUZ
  汕头 | Shantou | 汕头市 | 23.35 116.68 | 汕头=Shantou, 潮汕=Chaoshan | 潮汕=Chaoshan=SWA
  潮州 | Chaozhou | 潮州市 | 23.66 116.62 | 潮汕北=Chaoshan North |
  揭阳 | Jieyang | 揭阳市 | 23.55 116.37 | 揭阳=Jieyang |
  湛江 | Zhanjiang | 湛江市 | 21.27 110.36 | 湛江西=Zhanjiang West, 湛江北=Zhanjiang North | 吴川=Wuchuan=ZHA
  茂名 | Maoming | 茂名市 | 21.66 110.92 | 茂名=Maoming |
  江门 | Jiangmen | 江门市 | 22.58 113.08 | 江门=Jiangmen |
  肇庆 | Zhaoqing | 肇庆市 | 23.05 112.47 | 肇庆东=Zhaoqing East, 肇庆=Zhaoqing |
  清远 | Qingyuan | 清远市 | 23.68 113.06 | 清远=Qingyuan |
  韶关 | Shaoguan | 韶关市 | 24.81 113.60 | 韶关=Shaoguan | 丹霞=Danxia=HSC
  梅州 | Meizhou | 梅州市 | 24.29 116.12 | 梅州西=Meizhou West | 梅县=Meixian=MXZ
  阳江 | Yangjiang | 阳江市 | 21.86 111.98 | 阳江=Yangjiang |
  汕尾 | Shanwei | 汕尾市 | 22.79 115.38 | 汕尾=Shanwei |
  河源 | Heyuan | 河源市 | 23.74 114.70 | 河源东=Heyuan East |
  桂林 | Guilin | 桂林市 | 25.27 110.29 | 桂林北=Guilin North, 桂林=Guilin, 桂林西=Guilin West | 两江=Liangjiang=KWL
  阳朔 | Yangshuo | 阳朔县 | 24.78 110.50 | 阳朔=Yangshuo |
  柳州 | Liuzhou | 柳州市 | 24.33 109.42 | 柳州=Liuzhou | 白莲=Bailian=LZH
  北海 | Beihai | 北海市 | 21.48 109.12 | 北海=Beihai | 福成=Fucheng=BHY
  玉林 | Yulin Guangxi | 玉林市 | 22.65 110.18 | 玉林北=Yulin North Guangxi | 福绵=Fumian=YLX
  梧州 | Wuzhou | 梧州市 | 23.48 111.28 | 梧州南=Wuzhou South | 西江=Xijiang=WUZ
  百色 | Baise | 百色市 | 23.90 106.62 | 百色=Baise | 巴马=Bama=AEB
  钦州 | Qinzhou | 钦州市 | 21.98 108.65 | 钦州东=Qinzhou East |
  防城港 | Fangchenggang | 防城港市, 东兴 | 21.69 108.35 | 防城港北=Fangchenggang North |
  琼海 | Qionghai | 琼海市, 博鳌, Boao | 19.26 110.47 | 琼海=Qionghai, 博鳌=Bo'ao | 博鳌=Bo'ao=BAR
  万宁 | Wanning | 万宁市 | 18.80 110.39 | 万宁=Wanning |
  儋州 | Danzhou | 儋州市 | 19.52 109.58 | 白马井=Baimajing |
  绵阳 | Mianyang | 绵阳市 | 31.47 104.68 | 绵阳=Mianyang | 南郊=Nanjiao=MIG
  德阳 | Deyang | 德阳市 | 31.13 104.40 | 德阳=Deyang |
  乐山 | Leshan | 乐山市 | 29.55 103.77 | 乐山=Leshan |
  峨眉山 | Emeishan | 峨眉山市, 峨眉, Mount Emei city | 29.60 103.48 | 峨眉山=Emeishan |
  宜宾 | Yibin | 宜宾市 | 28.75 104.64 | 宜宾西=Yibin West, 宜宾=Yibin | 五粮液=Wuliangye=YBP
  泸州 | Luzhou | 泸州市 | 28.87 105.44 | 泸州=Luzhou | 云龙=Yunlong=LZO
  南充 | Nanchong | 南充市 | 30.84 106.11 | 南充北=Nanchong North, 南充=Nanchong | 高坪=Gaoping=NAO
  达州 | Dazhou | 达州市 | 31.21 107.47 | 达州=Dazhou | 金垭=Jinya=DZH
  自贡 | Zigong | 自贡市 | 29.34 104.78 | 自贡=Zigong |
  攀枝花 | Panzhihua | 攀枝花市 | 26.58 101.72 | 攀枝花南=Panzhihua South | 保安营=Bao'anying=PZI
  西昌 | Xichang | 西昌市, 凉山 | 27.89 102.26 | 西昌西=Xichang West | 青山=Qingshan=XIC
  九寨沟 | Jiuzhaigou | 九寨, 九寨黄龙, Jiuzhai Valley | 33.26 103.92 | 黄龙九寨=Huanglong Jiuzhai | 黄龙=Huanglong=JZH
  遂宁 | Suining | 遂宁市 | 30.53 105.59 | 遂宁=Suining |
  内江 | Neijiang | 内江市 | 29.58 105.06 | 内江北=Neijiang North |
  眉山 | Meishan | 眉山市 | 30.08 103.85 | 眉山东=Meishan East |
  都江堰 | Dujiangyan | 都江堰市 | 30.99 103.65 | 都江堰=Dujiangyan, 青城山=Qingchengshan |
  康定 | Kangding | 康定市, 甘孜 | 30.05 101.96 | | 康定=Kangding=KGT
  稻城 | Daocheng | 稻城亚丁, 亚丁, Daocheng Yading | 29.04 100.30 | | 亚丁=Yading=DCY
  万州 | Wanzhou | 万州区 | 30.81 108.41 | 万州北=Wanzhou North | 五桥=Wuqiao=WXN
  遵义 | Zunyi | 遵义市 | 27.73 106.93 | 遵义=Zunyi | 新舟=Xinzhou Zunyi=ZYI
  安顺 | Anshun | 安顺市, 黄果树 | 26.25 105.95 | 安顺西=Anshun West | 黄果树=Huangguoshu=AVA
  凯里 | Kaili | 凯里市 | 26.57 107.98 | 凯里南=Kaili South | 黄平=Huangping=KJH
  铜仁 | Tongren | 铜仁市 | 27.72 109.19 | 铜仁=Tongren, 铜仁南=Tongren South | 凤凰铜仁=Fenghuang Tongren=TEN
  六盘水 | Liupanshui | 六盘水市 | 26.59 104.83 | 六盘水=Liupanshui | 月照=Yuezhao=LPF
  毕节 | Bijie | 毕节市 | 27.30 105.29 | 毕节=Bijie | 飞雄=Feixiong=BFJ
  都匀 | Duyun | 都匀市 | 26.26 107.52 | 都匀东=Duyun East |
  大理 | Dali | 大理市 | 25.59 100.23 | 大理=Dali | 凤仪=Fengyi=DLU
  丽江 | Lijiang | 丽江市 | 26.87 100.23 | 丽江=Lijiang | 三义=Sanyi=LJG
  香格里拉 | Shangri-La | 香格里拉市, 迪庆, Shangrila | 27.83 99.70 | 香格里拉=Shangri-La | 迪庆=Diqing=DIG
  西双版纳 | Xishuangbanna | 景洪, 版纳, Jinghong | 22.01 100.80 | 西双版纳=Xishuangbanna | 嘎洒=Gasa=JHG
  腾冲 | Tengchong | 腾冲市 | 25.02 98.49 | | 驼峰=Tuofeng=TCZ
  曲靖 | Qujing | 曲靖市 | 25.49 103.80 | 曲靖北=Qujing North |
  玉溪 | Yuxi | 玉溪市 | 24.35 102.55 | 玉溪=Yuxi |
  保山 | Baoshan | 保山市 | 25.11 99.17 | 保山=Baoshan | 云瑞=Yunrui=BSD
  普洱 | Pu'er | 普洱市, 思茅, Puer city | 22.78 100.97 | 普洱=Pu'er | 思茅=Simao=SYM
  红河 | Honghe | 蒙自, 红河州, Mengzi | 23.37 103.38 | 蒙自=Mengzi |
  昭通 | Zhaotong | 昭通市 | 27.34 103.72 | 昭通=Zhaotong | 昭通=Zhaotong=ZAT
  芒市 | Mangshi | 德宏 | 24.43 98.58 | | 德宏=Dehong=LUM
  唐山 | Tangshan | 唐山市 | 39.63 118.18 | 唐山=Tangshan | 三女河=Sannvhe=TVS
  秦皇岛 | Qinhuangdao | 秦皇岛市 | 39.94 119.60 | 秦皇岛=Qinhuangdao, 北戴河=Beidaihe | 北戴河=Beidaihe=BPE
  保定 | Baoding | 保定市 | 38.87 115.46 | 保定东=Baoding East, 保定=Baoding |
  廊坊 | Langfang | 廊坊市 | 39.54 116.68 | 廊坊=Langfang |
  邯郸 | Handan | 邯郸市 | 36.61 114.54 | 邯郸东=Handan East | 邯郸=Handan=HDG
  沧州 | Cangzhou | 沧州市 | 38.30 116.84 | 沧州西=Cangzhou West |
  张家口 | Zhangjiakou | 张家口市, 崇礼, Chongli | 40.77 114.89 | 张家口=Zhangjiakou, 太子城=Taizicheng | 宁远=Ningyuan=ZQZ
  承德 | Chengde | 承德市 | 40.95 117.96 | 承德南=Chengde South | 普宁=Puning=CDE
  邢台 | Xingtai | 邢台市 | 37.07 114.50 | 邢台东=Xingtai East | 褡裢=Dalian Xingtai=XNT
  衡水 | Hengshui | 衡水市 | 37.74 115.67 | 衡水北=Hengshui North |
  雄安 | Xiong'an | 雄安新区, Xiongan | 39.04 115.87 | 雄安=Xiong'an |
  大同 | Datong | 大同市, 云州 | 40.08 113.30 | 大同南=Datong South, 大同=Datong | 云冈=Yungang=DAT
  平遥 | Pingyao | 平遥县 | 37.19 112.18 | 平遥古城=Pingyao Ancient City |
  临汾 | Linfen | 临汾市 | 36.09 111.52 | 临汾西=Linfen West | 尧都=Yaodu=LFQ
  运城 | Yuncheng | 运城市 | 35.03 111.00 | 运城北=Yuncheng North | 盐湖=Yanhu=YCU
  长治 | Changzhi | 长治市 | 36.20 113.12 | 长治东=Changzhi East | 王村=Wangcun=CIH
  晋城 | Jincheng | 晋城市 | 35.49 112.85 | 晋城东=Jincheng East |
  晋中 | Jinzhong | 晋中市 | 37.69 112.75 | 晋中=Jinzhong |
  阳泉 | Yangquan | 阳泉市 | 37.86 113.58 | 阳泉北=Yangquan North |
  忻州 | Xinzhou | 忻州市 | 38.42 112.73 | 忻州西=Xinzhou West | 五台山=Wutaishan=WUT
  包头 | Baotou | 包头市 | 40.66 109.84 | 包头=Baotou | 东河=Donghe=BAV
  鄂尔多斯 | Ordos | 鄂尔多斯市, Erdos | 39.61 109.78 | 鄂尔多斯=Ordos | 伊金霍洛=Ejin Horo=DSN
  赤峰 | Chifeng | 赤峰市 | 42.26 118.89 | 赤峰=Chifeng | 玉龙=Yulong=CIF
  呼伦贝尔 | Hulunbuir | 海拉尔, 呼伦贝尔市, Hailar | 49.21 119.77 | 海拉尔=Hailar | 海拉尔=Hailar=HLD
  满洲里 | Manzhouli | 满洲里市 | 49.60 117.38 | 满洲里=Manzhouli | 西郊=Xijiao=NZH
  通辽 | Tongliao | 通辽市 | 43.65 122.24 | 通辽=Tongliao | 通辽=Tongliao=TGO
  鞍山 | Anshan | 鞍山市 | 41.11 122.99 | 鞍山西=Anshan West | 腾鳌=Teng'ao=AOG
  丹东 | Dandong | 丹东市 | 40.00 124.35 | 丹东=Dandong | 浪头=Langtou=DDG
  锦州 | Jinzhou | 锦州市 | 41.10 121.13 | 锦州南=Jinzhou South | 锦州湾=Jinzhou Bay=JNZ
  营口 | Yingkou | 营口市 | 40.67 122.24 | 营口东=Yingkou East | 兰旗=Lanqi=YKH
  抚顺 | Fushun | 抚顺市 | 41.88 123.96 | 抚顺=Fushun |
  本溪 | Benxi | 本溪市 | 41.29 123.77 | 本溪=Benxi |
  盘锦 | Panjin | 盘锦市 | 41.12 122.07 | 盘锦=Panjin |
  葫芦岛 | Huludao | 葫芦岛市 | 40.71 120.84 | 葫芦岛北=Huludao North |
  吉林市 | Jilin City | 吉林, Jilin | 43.84 126.55 | 吉林=Jilin |
  延吉 | Yanji | 延边, 延吉市 | 42.91 129.51 | 延吉西=Yanji West | 朝阳川=Chaoyangchuan=YNJ
  长白山 | Changbaishan | 二道白河, Mount Changbai | 42.42 128.11 | 长白山=Changbaishan | 长白山=Changbaishan=NBS
  四平 | Siping | 四平市 | 43.17 124.35 | 四平东=Siping East |
  齐齐哈尔 | Qiqihar | 齐齐哈尔市, 鹤城 | 47.35 123.92 | 齐齐哈尔南=Qiqihar South | 三家子=Sanjiazi=NDG
  牡丹江 | Mudanjiang | 牡丹江市 | 44.58 129.62 | 牡丹江=Mudanjiang | 海浪=Hailang=MDG
  大庆 | Daqing | 大庆市 | 46.59 125.10 | 大庆东=Daqing East | 萨尔图=Saertu=DQA
  佳木斯 | Jiamusi | 佳木斯市 | 46.80 130.32 | 佳木斯=Jiamusi | 东郊=Dongjiao=JMU
  漠河 | Mohe | 漠河市, 北极村 | 52.97 122.54 | 漠河=Mohe | 古莲=Gulian=OHE
  雪乡 | Xuexiang Snow Town | 中国雪乡, China Snow Town | 44.52 128.90 | |
  亚布力 | Yabuli | 亚布力滑雪场 | 44.78 128.44 | 亚布力西=Yabuli West |
  咸阳 | Xianyang | 咸阳市 | 34.33 108.71 | 咸阳西=Xianyang West, 咸阳=Xianyang |
  宝鸡 | Baoji | 宝鸡市 | 34.36 107.24 | 宝鸡南=Baoji South |
  延安 | Yan'an | 延安市, Yanan | 36.59 109.49 | 延安=Yan'an | 南泥湾=Nanniwan=ENY
  榆林 | Yulin | 榆林市 | 38.29 109.73 | 榆林=Yulin | 榆阳=Yuyang=UYN
  汉中 | Hanzhong | 汉中市 | 33.07 107.02 | 汉中=Hanzhong | 城固=Chenggu=HZG
  渭南 | Weinan | 渭南市 | 34.50 109.51 | 渭南北=Weinan North |
  华山 | Huashan | 华阴, Mount Hua | 34.48 110.09 | 华山北=Huashan North |
  安康 | Ankang | 安康市 | 32.68 109.03 | 安康=Ankang | 富强=Fuqiang=AKA
  敦煌 | Dunhuang | 敦煌市 | 40.14 94.66 | 敦煌=Dunhuang | 莫高=Mogao=DNH
  嘉峪关 | Jiayuguan | 嘉峪关市 | 39.77 98.29 | 嘉峪关南=Jiayuguan South | 嘉峪关=Jiayuguan=JGN
  张掖 | Zhangye | 张掖市 | 38.93 100.45 | 张掖西=Zhangye West | 甘州=Ganzhou Zhangye=YZY
  天水 | Tianshui | 天水市 | 34.58 105.72 | 天水南=Tianshui South | 麦积山=Maijishan=THQ
  酒泉 | Jiuquan | 酒泉市 | 39.73 98.49 | 酒泉南=Jiuquan South |
  武威 | Wuwei | 武威市 | 37.93 102.64 | 武威东=Wuwei East |
  中卫 | Zhongwei | 中卫市, 沙坡头 | 37.50 105.20 | 中卫南=Zhongwei South | 沙坡头=Shapotou=ZHY
  石嘴山 | Shizuishan | 石嘴山市 | 38.98 106.38 | 石嘴山=Shizuishan |
  格尔木 | Golmud | 格尔木市 | 36.41 94.90 | 格尔木=Golmud | 格尔木=Golmud=GOQ
  吐鲁番 | Turpan | 吐鲁番市, Turfan | 42.95 89.19 | 吐鲁番北=Turpan North | 交河=Jiaohe=TLQ
  喀什 | Kashgar | 喀什市, Kashi | 39.47 75.99 | 喀什=Kashgar | 徕宁=Laining=KHG
  伊宁 | Yining | 伊宁市, 伊犁, Ili | 43.91 81.33 | 伊宁=Yining | 伊宁=Yining=YIN
  阿勒泰 | Altay | 阿勒泰市, 喀纳斯, Kanas | 47.85 88.14 | 阿勒泰=Altay | 雪都=Xuedu=AAT
  库尔勒 | Korla | 库尔勒市 | 41.73 86.17 | 库尔勒=Korla | 梨城=Licheng=KRL
  克拉玛依 | Karamay | 克拉玛依市 | 45.58 84.89 | 克拉玛依=Karamay | 古海=Guhai=KRY
  和田 | Hotan | 和田市, Hetian | 37.11 79.92 | 和田=Hotan | 昆冈=Kungang=HTN
  阿克苏 | Aksu | 阿克苏市 | 41.17 80.26 | 阿克苏=Aksu | 红旗坡=Hongqipo=AKU
  哈密 | Hami | 哈密市 | 42.82 93.51 | 哈密=Hami | 伊州=Yizhou=HMI
  林芝 | Nyingchi | 林芝市, Linzhi | 29.65 94.36 | 林芝=Nyingchi | 米林=Mainling=LZY
  日喀则 | Shigatse | 日喀则市, Xigaze | 29.27 88.88 | 日喀则=Shigatse | 和平=Peace=RKZ
`;

const WORLD = `
  香港 | Hong Kong | 港, 香港特别行政区, HK, Hongkong | 22.32 114.17 | 香港西九龙=Hong Kong West Kowloon | 赤鱲角=Chek Lap Kok=HKG
  澳门 | Macau | 澳, 澳门特别行政区, Macao | 22.20 113.55 | | 澳门国际=Macau International=MFM
  台北 | Taipei | 台北市, 臺北 | 25.03 121.57 | 台北车站=Taipei Main | 桃园=Taoyuan=TPE, 松山=Songshan=TSA
  高雄 | Kaohsiung | 高雄市 | 22.63 120.30 | 左营=Zuoying | 小港=Siaogang=KHH
  台中 | Taichung | 台中市 | 24.15 120.67 | 台中=Taichung | 清泉岗=Chingchuankang=RMQ
  台南 | Tainan | 台南市 | 22.99 120.21 | 台南=Tainan | 台南=Tainan=TNN
  花莲 | Hualien | 花莲县 | 23.98 121.60 | 花莲=Hualien | 花莲=Hualien=HUN
  东京 | Tokyo | 东京都 | 35.68 139.69 | 东京=Tokyo, 新宿=Shinjuku, 上野=Ueno, 品川=Shinagawa | 成田=Narita=NRT, 羽田=Haneda=HND
  大阪 | Osaka | 大阪市 | 34.69 135.50 | 新大阪=Shin-Osaka, 大阪=Osaka | 关西=Kansai=KIX, 伊丹=Itami=ITM
  京都 | Kyoto | 京都市 | 35.01 135.77 | 京都=Kyoto |
  名古屋 | Nagoya | 名古屋市 | 35.18 136.91 | 名古屋=Nagoya | 中部=Chubu Centrair=NGO
  札幌 | Sapporo | 北海道, Hokkaido | 43.06 141.35 | 札幌=Sapporo | 新千岁=New Chitose=CTS
  福冈 | Fukuoka | 博多, Hakata | 33.59 130.40 | 博多=Hakata | 福冈=Fukuoka=FUK
  冲绳 | Okinawa | 那霸, 冲绳县, Naha | 26.21 127.68 | | 那霸=Naha=OKA
  横滨 | Yokohama | 横滨市 | 35.44 139.64 | 新横滨=Shin-Yokohama |
  奈良 | Nara | 奈良市 | 34.69 135.80 | 奈良=Nara |
  神户 | Kobe | 神户市 | 34.69 135.20 | 新神户=Shin-Kobe | 神户=Kobe=UKB
  广岛 | Hiroshima | 广岛市 | 34.39 132.46 | 广岛=Hiroshima | 广岛=Hiroshima=HIJ
  首尔 | Seoul | 汉城 | 37.57 126.98 | 首尔=Seoul, 龙山=Yongsan | 仁川=Incheon=ICN, 金浦=Gimpo=GMP
  釜山 | Busan | 釜山市, Pusan | 35.18 129.08 | 釜山=Busan | 金海=Gimhae=PUS
  济州 | Jeju | 济州岛, 济州市, Jeju Island | 33.50 126.53 | | 济州=Jeju=CJU
  平壤 | Pyongyang | | 39.04 125.76 | | 顺安=Sunan=FNJ
  乌兰巴托 | Ulaanbaatar | Ulan Bator | 47.89 106.91 | 乌兰巴托=Ulaanbaatar | 成吉思汗=Chinggis Khaan=UBN
  新加坡 | Singapore | 狮城, SG | 1.35 103.82 | | 樟宜=Changi=SIN
  吉隆坡 | Kuala Lumpur | KL | 3.14 101.69 | 吉隆坡中央=KL Sentral | 吉隆坡国际=Kuala Lumpur International=KUL
  槟城 | Penang | 槟榔屿, 乔治市, George Town | 5.41 100.33 | 北海槟城=Butterworth | 槟城=Penang=PEN
  沙巴 | Kota Kinabalu | 亚庇, 哥打基纳巴卢, Sabah | 5.98 116.07 | | 亚庇=Kota Kinabalu=BKI
  新山 | Johor Bahru | | 1.49 103.74 | 新山中央=JB Sentral | 士乃=Senai=JHB
  曼谷 | Bangkok | | 13.76 100.50 | 曼谷邦苏=Krung Thep Aphiwat | 素万那普=Suvarnabhumi=BKK, 廊曼=Don Mueang=DMK
  清迈 | Chiang Mai | Chiangmai | 18.79 98.98 | 清迈=Chiang Mai | 清迈=Chiang Mai=CNX
  普吉 | Phuket | 普吉岛 | 7.88 98.39 | | 普吉=Phuket=HKT
  芭提雅 | Pattaya | 芭堤雅 | 12.93 100.88 | 芭提雅=Pattaya | 乌塔堡=U-Tapao=UTP
  苏梅岛 | Koh Samui | 苏梅, Samui | 9.51 100.01 | | 苏梅=Samui=USM
  甲米 | Krabi | | 8.09 98.91 | | 甲米=Krabi=KBV
  河内 | Hanoi | | 21.03 105.85 | 河内=Hanoi | 内排=Noi Bai=HAN
  胡志明市 | Ho Chi Minh City | 西贡, 胡志明, Saigon, HCMC | 10.82 106.63 | 西贡=Saigon | 新山一=Tan Son Nhat=SGN
  岘港 | Da Nang | Danang | 16.05 108.20 | 岘港=Da Nang | 岘港=Da Nang=DAD
  芽庄 | Nha Trang | | 12.24 109.20 | 芽庄=Nha Trang | 金兰=Cam Ranh=CXR
  金边 | Phnom Penh | | 11.56 104.92 | | 德崇=Techo=KTI
  暹粒 | Siem Reap | 吴哥, 吴哥窟, Angkor | 13.36 103.86 | | 暹粒吴哥=Siem Reap-Angkor=SAI
  万象 | Vientiane | | 17.98 102.63 | 万象=Vientiane | 瓦岱=Wattay=VTE
  琅勃拉邦 | Luang Prabang | | 19.89 102.13 | 琅勃拉邦=Luang Prabang | 琅勃拉邦=Luang Prabang=LPQ
  仰光 | Yangon | Rangoon | 16.84 96.17 | | 仰光=Yangon=RGN
  马尼拉 | Manila | | 14.60 120.98 | | 尼诺阿基诺=Ninoy Aquino=MNL
  宿务 | Cebu | 宿雾 | 10.32 123.89 | | 麦克坦=Mactan=CEB
  长滩岛 | Boracay | 长滩 | 11.97 121.92 | | 卡蒂克兰=Caticlan=MPH
  雅加达 | Jakarta | | -6.21 106.85 | 雅加达甘比尔=Jakarta Gambir | 苏加诺哈达=Soekarno-Hatta=CGK
  巴厘岛 | Bali | 登巴萨, 巴厘, Denpasar | -8.65 115.22 | | 努拉莱=Ngurah Rai=DPS
  斯里巴加湾 | Bandar Seri Begawan | 文莱, Brunei | 4.90 114.94 | | 文莱=Brunei=BWN
  新德里 | New Delhi | 德里, Delhi | 28.61 77.21 | 新德里=New Delhi | 英迪拉甘地=Indira Gandhi=DEL
  孟买 | Mumbai | Bombay | 19.08 72.88 | 孟买中央=Mumbai Central | 贾特拉帕蒂=Chhatrapati Shivaji=BOM
  班加罗尔 | Bangalore | Bengaluru | 12.97 77.59 | 班加罗尔=Bengaluru | 肯佩高达=Kempegowda=BLR
  加尔各答 | Kolkata | Calcutta | 22.57 88.36 | 豪拉=Howrah | 苏巴斯=Subhas Chandra Bose=CCU
  金奈 | Chennai | Madras | 13.08 80.27 | 金奈中央=Chennai Central | 金奈=Chennai=MAA
  海得拉巴 | Hyderabad | | 17.39 78.49 | 塞康德拉巴德=Secunderabad | 拉吉夫甘地=Rajiv Gandhi=HYD
  加德满都 | Kathmandu | 尼泊尔, Nepal | 27.72 85.32 | | 特里布万=Tribhuvan=KTM
  科伦坡 | Colombo | 斯里兰卡, Sri Lanka | 6.93 79.85 | 科伦坡堡=Colombo Fort | 班达拉奈克=Bandaranaike=CMB
  马累 | Male | 马尔代夫, Maldives | 4.18 73.51 | | 维拉纳=Velana=MLE
  达卡 | Dhaka | | 23.81 90.41 | | 沙阿贾拉勒=Shahjalal=DAC
  卡拉奇 | Karachi | | 24.86 67.01 | | 真纳=Jinnah=KHI
  伊斯兰堡 | Islamabad | | 33.68 73.05 | | 伊斯兰堡=Islamabad=ISB
  迪拜 | Dubai | | 25.20 55.27 | | 迪拜=Dubai=DXB
  阿布扎比 | Abu Dhabi | | 24.45 54.38 | | 扎耶德=Zayed=AUH
  多哈 | Doha | 卡塔尔, Qatar | 25.29 51.53 | | 哈马德=Hamad=DOH
  利雅得 | Riyadh | | 24.71 46.68 | | 哈立德国王=King Khalid=RUH
  吉达 | Jeddah | | 21.49 39.19 | | 阿卜杜勒阿齐兹=King Abdulaziz=JED
  特拉维夫 | Tel Aviv | | 32.09 34.78 | 特拉维夫=Tel Aviv HaHagana | 本古里安=Ben Gurion=TLV
  伊斯坦布尔 | Istanbul | 伊斯坦堡 | 41.01 28.98 | 伊斯坦布尔=Istanbul Sogutlucesme | 伊斯坦布尔=Istanbul=IST, 萨比哈=Sabiha Gokcen=SAW
  安卡拉 | Ankara | | 39.93 32.86 | 安卡拉=Ankara | 埃森博阿=Esenboga=ESB
  德黑兰 | Tehran | | 35.69 51.39 | | 霍梅尼=Imam Khomeini=IKA
  塔什干 | Tashkent | | 41.30 69.24 | 塔什干=Tashkent | 塔什干=Tashkent=TAS
  阿拉木图 | Almaty | | 43.24 76.89 | 阿拉木图=Almaty | 阿拉木图=Almaty=ALA
  阿斯塔纳 | Astana | 努尔苏丹 | 51.17 71.43 | 阿斯塔纳=Astana | 纳扎尔巴耶夫=Nazarbayev=NQZ
  莫斯科 | Moscow | | 55.76 37.62 | 莫斯科列宁格勒=Moscow Leningradsky | 谢列梅捷沃=Sheremetyevo=SVO, 多莫杰多沃=Domodedovo=DME
  圣彼得堡 | Saint Petersburg | St Petersburg, St. Petersburg | 59.93 30.34 | 圣彼得堡莫斯科站=Saint Petersburg Moskovsky | 普尔科沃=Pulkovo=LED
  海参崴 | Vladivostok | 符拉迪沃斯托克 | 43.12 131.89 | 海参崴=Vladivostok | 海参崴=Vladivostok=VVO
  伦敦 | London | | 51.51 -0.13 | 伦敦国王十字=London King's Cross, 伦敦尤斯顿=London Euston, 伦敦帕丁顿=London Paddington, 伦敦圣潘克拉斯=London St Pancras | 希思罗=Heathrow=LHR, 盖特威克=Gatwick=LGW, 斯坦斯特德=Stansted=STN
  曼彻斯特 | Manchester | 曼城 | 53.48 -2.24 | 曼彻斯特皮卡迪利=Manchester Piccadilly | 曼彻斯特=Manchester=MAN
  爱丁堡 | Edinburgh | | 55.95 -3.19 | 爱丁堡韦弗利=Edinburgh Waverley | 爱丁堡=Edinburgh=EDI
  格拉斯哥 | Glasgow | | 55.86 -4.25 | 格拉斯哥中央=Glasgow Central | 格拉斯哥=Glasgow=GLA
  利物浦 | Liverpool | | 53.41 -2.99 | 利物浦莱姆街=Liverpool Lime Street | 约翰列侬=John Lennon=LPL
  伯明翰 | Birmingham | | 52.49 -1.89 | 伯明翰新街=Birmingham New Street | 伯明翰=Birmingham=BHX
  牛津 | Oxford | | 51.75 -1.26 | 牛津=Oxford |
  剑桥 | Cambridge | | 52.21 0.12 | 剑桥=Cambridge |
  巴斯 | Bath | | 51.38 -2.36 | 巴斯=Bath Spa |
  约克 | York | | 53.96 -1.08 | 约克=York |
  布里斯托 | Bristol | 布里斯托尔 | 51.45 -2.59 | 布里斯托圣殿草地=Bristol Temple Meads | 布里斯托=Bristol=BRS
  利兹 | Leeds | | 53.80 -1.55 | 利兹=Leeds | 利兹布拉德福德=Leeds Bradford=LBA
  都柏林 | Dublin | 爱尔兰 | 53.35 -6.26 | 都柏林康诺利=Dublin Connolly | 都柏林=Dublin=DUB
  巴黎 | Paris | | 48.86 2.35 | 巴黎北站=Paris Gare du Nord, 巴黎里昂站=Paris Gare de Lyon, 巴黎东站=Paris Gare de l'Est | 戴高乐=Charles de Gaulle=CDG, 奥利=Orly=ORY
  尼斯 | Nice | | 43.70 7.27 | 尼斯=Nice-Ville | 蓝色海岸=Cote d'Azur=NCE
  里昂 | Lyon | | 45.76 4.84 | 里昂帕尔迪厄=Lyon Part-Dieu | 圣埃克苏佩里=Saint-Exupery=LYS
  马赛 | Marseille | | 43.30 5.37 | 马赛圣夏尔=Marseille Saint-Charles | 普罗旺斯=Provence=MRS
  波尔多 | Bordeaux | | 44.84 -0.58 | 波尔多圣让=Bordeaux Saint-Jean | 梅里尼亚克=Merignac=BOD
  斯特拉斯堡 | Strasbourg | | 48.57 7.75 | 斯特拉斯堡=Strasbourg | 斯特拉斯堡=Strasbourg=SXB
  柏林 | Berlin | | 52.52 13.41 | 柏林中央=Berlin Hauptbahnhof | 勃兰登堡=Brandenburg=BER
  慕尼黑 | Munich | Muenchen, München | 48.14 11.58 | 慕尼黑中央=Munich Hauptbahnhof | 施特劳斯=Franz Josef Strauss=MUC
  法兰克福 | Frankfurt | | 50.11 8.68 | 法兰克福中央=Frankfurt Hauptbahnhof | 法兰克福=Frankfurt=FRA
  汉堡市 | Hamburg | 德国汉堡 | 53.55 9.99 | 汉堡中央=Hamburg Hauptbahnhof | 汉堡=Hamburg=HAM
  科隆 | Cologne | Koeln, Köln | 50.94 6.96 | 科隆中央=Cologne Hauptbahnhof | 科隆波恩=Cologne Bonn=CGN
  杜塞尔多夫 | Dusseldorf | Düsseldorf, Duesseldorf | 51.23 6.77 | 杜塞尔多夫中央=Dusseldorf Hauptbahnhof | 杜塞尔多夫=Dusseldorf=DUS
  斯图加特 | Stuttgart | | 48.78 9.18 | 斯图加特中央=Stuttgart Hauptbahnhof | 斯图加特=Stuttgart=STR
  阿姆斯特丹 | Amsterdam | | 52.37 4.90 | 阿姆斯特丹中央=Amsterdam Centraal | 史基浦=Schiphol=AMS
  鹿特丹 | Rotterdam | | 51.92 4.48 | 鹿特丹中央=Rotterdam Centraal | 鹿特丹海牙=Rotterdam The Hague=RTM
  布鲁塞尔 | Brussels | 比利时 | 50.85 4.35 | 布鲁塞尔南=Brussels Midi | 扎芬特姆=Zaventem=BRU
  卢森堡 | Luxembourg | | 49.61 6.13 | 卢森堡=Luxembourg | 芬德尔=Findel=LUX
  苏黎世 | Zurich | Zürich | 47.38 8.54 | 苏黎世中央=Zurich Hauptbahnhof | 苏黎世=Zurich=ZRH
  日内瓦 | Geneva | | 46.20 6.14 | 日内瓦=Geneva Cornavin | 日内瓦=Geneva=GVA
  卢塞恩 | Lucerne | 琉森, Luzern | 47.05 8.31 | 卢塞恩=Lucerne |
  因特拉肯 | Interlaken | | 46.69 7.86 | 因特拉肯东=Interlaken Ost |
  维也纳 | Vienna | Wien | 48.21 16.37 | 维也纳中央=Vienna Hauptbahnhof | 施韦夏特=Schwechat=VIE
  萨尔茨堡 | Salzburg | | 47.81 13.06 | 萨尔茨堡中央=Salzburg Hauptbahnhof | 莫扎特=Mozart=SZG
  布拉格 | Prague | Praha | 50.08 14.44 | 布拉格中央=Praha Hlavni | 哈维尔=Vaclav Havel=PRG
  布达佩斯 | Budapest | | 47.50 19.04 | 布达佩斯东=Budapest Keleti | 李斯特=Ferenc Liszt=BUD
  华沙 | Warsaw | | 52.23 21.01 | 华沙中央=Warsaw Centralna | 肖邦=Chopin=WAW
  克拉科夫 | Krakow | Kraków, Cracow | 50.06 19.94 | 克拉科夫=Krakow Glowny | 巴利采=Balice=KRK
  罗马 | Rome | Roma | 41.90 12.50 | 罗马特米尼=Roma Termini | 菲乌米奇诺=Fiumicino=FCO
  米兰 | Milan | Milano | 45.46 9.19 | 米兰中央=Milano Centrale | 马尔彭萨=Malpensa=MXP, 利纳特=Linate=LIN
  威尼斯 | Venice | Venezia | 45.44 12.32 | 威尼斯圣卢西亚=Venezia Santa Lucia | 马可波罗=Marco Polo=VCE
  佛罗伦萨 | Florence | Firenze | 43.77 11.26 | 佛罗伦萨新圣母=Firenze Santa Maria Novella | 佩雷托拉=Peretola=FLR
  那不勒斯 | Naples | Napoli | 40.85 14.27 | 那不勒斯中央=Napoli Centrale | 卡波迪基诺=Capodichino=NAP
  都灵 | Turin | Torino | 45.07 7.69 | 都灵新门=Torino Porta Nuova | 卡塞莱=Caselle=TRN
  马德里 | Madrid | | 40.42 -3.70 | 马德里阿托查=Madrid Atocha | 巴拉哈斯=Barajas=MAD
  巴塞罗那 | Barcelona | 巴萨 | 41.39 2.17 | 巴塞罗那桑茨=Barcelona Sants | 普拉特=El Prat=BCN
  塞维利亚 | Seville | Sevilla | 37.39 -5.98 | 塞维利亚圣胡斯塔=Sevilla Santa Justa | 圣巴勃罗=San Pablo=SVQ
  瓦伦西亚 | Valencia | | 39.47 -0.38 | 瓦伦西亚索罗利亚=Valencia Joaquin Sorolla | 瓦伦西亚=Valencia=VLC
  马拉加 | Malaga | Málaga | 36.72 -4.42 | 马拉加=Malaga Maria Zambrano | 科斯塔德尔索尔=Costa del Sol=AGP
  里斯本 | Lisbon | Lisboa | 38.72 -9.14 | 里斯本东方=Lisboa Oriente | 温贝托德尔加多=Humberto Delgado=LIS
  波尔图 | Porto | | 41.16 -8.63 | 波尔图坎帕尼=Porto Campanha | 萨卡内罗=Sa Carneiro=OPO
  雅典 | Athens | | 37.98 23.73 | 雅典=Athens Larissa | 韦尼泽洛斯=Eleftherios Venizelos=ATH
  圣托里尼 | Santorini | | 36.39 25.46 | | 圣托里尼=Santorini=JTR
  哥本哈根 | Copenhagen | 丹麦 | 55.68 12.57 | 哥本哈根中央=Copenhagen Central | 卡斯特鲁普=Kastrup=CPH
  斯德哥尔摩 | Stockholm | | 59.33 18.07 | 斯德哥尔摩中央=Stockholm Central | 阿兰达=Arlanda=ARN
  奥斯陆 | Oslo | | 59.91 10.75 | 奥斯陆中央=Oslo S | 加勒穆恩=Gardermoen=OSL
  赫尔辛基 | Helsinki | | 60.17 24.94 | 赫尔辛基中央=Helsinki Central | 万塔=Vantaa=HEL
  雷克雅未克 | Reykjavik | 冰岛, Iceland | 64.15 -21.94 | | 凯夫拉维克=Keflavik=KEF
  贝尔格莱德 | Belgrade | | 44.79 20.45 | 贝尔格莱德中央=Belgrade Centre | 特斯拉=Nikola Tesla=BEG
  布加勒斯特 | Bucharest | | 44.43 26.10 | 布加勒斯特北=Bucuresti Nord | 奥托佩尼=Otopeni=OTP
  开罗 | Cairo | 埃及, Egypt | 30.04 31.24 | 开罗拉美西斯=Cairo Ramses | 开罗=Cairo=CAI
  卡萨布兰卡 | Casablanca | | 33.57 -7.59 | 卡萨旅客=Casa Voyageurs | 穆罕默德五世=Mohammed V=CMN
  马拉喀什 | Marrakech | Marrakesh | 31.63 -7.99 | 马拉喀什=Marrakech | 梅纳拉=Menara=RAK
  内罗毕 | Nairobi | | -1.29 36.82 | 内罗毕=Nairobi Terminus | 乔莫肯雅塔=Jomo Kenyatta=NBO
  约翰内斯堡 | Johannesburg | 约堡 | -26.20 28.05 | 桑顿=Sandton | 坦博=O. R. Tambo=JNB
  开普敦 | Cape Town | Capetown | -33.92 18.42 | | 开普敦=Cape Town=CPT
  亚的斯亚贝巴 | Addis Ababa | | 9.03 38.74 | | 博莱=Bole=ADD
  拉各斯 | Lagos | | 6.52 3.38 | | 穆尔塔拉=Murtala Muhammed=LOS
  毛里求斯 | Mauritius | 路易港, Port Louis | -20.16 57.50 | | 拉姆古兰=Ramgoolam=MRU
  纽约 | New York | New York City, NYC | 40.71 -74.01 | 纽约宾州=New York Penn | 肯尼迪=John F. Kennedy=JFK, 纽瓦克=Newark=EWR, 拉瓜迪亚=LaGuardia=LGA
  洛杉矶 | Los Angeles | LA | 34.05 -118.24 | 洛杉矶联合=Los Angeles Union | 洛杉矶国际=Los Angeles International=LAX
  旧金山 | San Francisco | 三藩市, SF | 37.77 -122.42 | | 旧金山国际=San Francisco International=SFO
  芝加哥 | Chicago | | 41.88 -87.63 | 芝加哥联合=Chicago Union | 奥黑尔=O'Hare=ORD, 中途=Midway=MDW
  华盛顿 | Washington | 华盛顿特区, Washington DC, Washington D.C. | 38.91 -77.04 | 华盛顿联合=Washington Union | 杜勒斯=Dulles=IAD, 里根=Reagan=DCA
  波士顿 | Boston | | 42.36 -71.06 | 波士顿南=Boston South | 洛根=Logan=BOS
  西雅图 | Seattle | | 47.61 -122.33 | 西雅图国王街=Seattle King Street | 塔科马=Tacoma=SEA
  拉斯维加斯 | Las Vegas | 赌城, Vegas | 36.17 -115.14 | | 哈里里德=Harry Reid=LAS
  迈阿密 | Miami | | 25.76 -80.19 | 迈阿密=Miami Central | 迈阿密=Miami=MIA
  奥兰多 | Orlando | | 28.54 -81.38 | 奥兰多=Orlando | 奥兰多=Orlando=MCO
  休斯顿 | Houston | | 29.76 -95.37 | | 布什=George Bush=IAH
  达拉斯 | Dallas | | 32.78 -96.80 | 达拉斯联合=Dallas Union | 沃思堡=Fort Worth=DFW
  亚特兰大 | Atlanta | | 33.75 -84.39 | | 哈茨菲尔德=Hartsfield-Jackson=ATL
  费城 | Philadelphia | Philly | 39.95 -75.17 | 费城三十街=Philadelphia 30th Street | 费城=Philadelphia=PHL
  圣迭戈 | San Diego | 圣地亚哥加州 | 32.72 -117.16 | 圣迭戈=San Diego Santa Fe | 林德伯格=Lindbergh=SAN
  丹佛 | Denver | | 39.74 -104.99 | 丹佛联合=Denver Union | 丹佛=Denver=DEN
  奥斯汀 | Austin | | 30.27 -97.74 | | 伯格斯特龙=Bergstrom=AUS
  波特兰 | Portland | | 45.52 -122.68 | 波特兰联合=Portland Union | 波特兰=Portland=PDX
  凤凰城 | Phoenix | 菲尼克斯 | 33.45 -112.07 | | 天港=Sky Harbor=PHX
  底特律 | Detroit | | 42.33 -83.05 | | 底特律=Detroit Metropolitan=DTW
  明尼阿波利斯 | Minneapolis | | 44.98 -93.27 | | 圣保罗明州=Minneapolis-Saint Paul=MSP
  新奥尔良 | New Orleans | | 29.95 -90.07 | | 阿姆斯特朗=Louis Armstrong=MSY
  纳什维尔 | Nashville | | 36.16 -86.78 | | 纳什维尔=Nashville=BNA
  圣何塞 | San Jose | 硅谷, Silicon Valley | 37.34 -121.89 | | 峰田=Mineta=SJC
  夏威夷 | Honolulu | 檀香山, 火奴鲁鲁, Hawaii | 21.31 -157.86 | | 井上=Daniel K. Inouye=HNL
  安克雷奇 | Anchorage | 阿拉斯加, Alaska | 61.22 -149.90 | | 史蒂文斯=Ted Stevens=ANC
  多伦多 | Toronto | | 43.65 -79.38 | 多伦多联合=Toronto Union | 皮尔逊=Pearson=YYZ
  温哥华 | Vancouver | | 49.28 -123.12 | 温哥华太平洋=Vancouver Pacific Central | 温哥华=Vancouver=YVR
  蒙特利尔 | Montreal | Montréal | 45.50 -73.57 | 蒙特利尔中央=Montreal Central | 特鲁多=Trudeau=YUL
  渥太华 | Ottawa | | 45.42 -75.70 | 渥太华=Ottawa | 麦克唐纳卡地亚=Macdonald-Cartier=YOW
  卡尔加里 | Calgary | 班夫, Banff | 51.05 -114.07 | | 卡尔加里=Calgary=YYC
  墨西哥城 | Mexico City | | 19.43 -99.13 | | 胡亚雷斯=Benito Juarez=MEX
  坎昆 | Cancun | Cancún | 21.16 -86.85 | | 坎昆=Cancun=CUN
  哈瓦那 | Havana | | 23.11 -82.37 | | 何塞马蒂=Jose Marti=HAV
  圣保罗 | Sao Paulo | São Paulo | -23.55 -46.63 | | 瓜鲁柳斯=Guarulhos=GRU
  里约热内卢 | Rio de Janeiro | 里约, Rio | -22.91 -43.17 | | 加利昂=Galeao=GIG
  布宜诺斯艾利斯 | Buenos Aires | | -34.60 -58.38 | | 埃塞萨=Ezeiza=EZE
  利马 | Lima | | -12.05 -77.04 | | 查韦斯=Jorge Chavez=LIM
  圣地亚哥 | Santiago | | -33.45 -70.67 | | 贝尼特斯=Arturo Merino Benitez=SCL
  波哥大 | Bogota | Bogotá | 4.71 -74.07 | | 埃尔多拉多=El Dorado=BOG
  悉尼 | Sydney | | -33.87 151.21 | 悉尼中央=Sydney Central | 金斯福德=Kingsford Smith=SYD
  墨尔本 | Melbourne | | -37.81 144.96 | 南十字星=Southern Cross | 塔拉玛林=Tullamarine=MEL
  布里斯班 | Brisbane | | -27.47 153.03 | 罗马街=Roma Street | 布里斯班=Brisbane=BNE
  黄金海岸 | Gold Coast | | -28.02 153.40 | | 库兰加塔=Coolangatta=OOL
  珀斯 | Perth | | -31.95 115.86 | 珀斯=Perth | 珀斯=Perth=PER
  阿德莱德 | Adelaide | | -34.93 138.60 | | 阿德莱德=Adelaide=ADL
  凯恩斯 | Cairns | 大堡礁 | -16.92 145.77 | | 凯恩斯=Cairns=CNS
  堪培拉 | Canberra | | -35.28 149.13 | | 堪培拉=Canberra=CBR
  霍巴特 | Hobart | 塔斯马尼亚, Tasmania | -42.88 147.33 | | 霍巴特=Hobart=HBA
  奥克兰 | Auckland | | -36.85 174.76 | 奥克兰=Auckland Waitemata | 奥克兰=Auckland=AKL
  皇后镇 | Queenstown | | -45.03 168.66 | | 皇后镇=Queenstown=ZQN
  基督城 | Christchurch | 克赖斯特彻奇 | -43.53 172.64 | 基督城=Christchurch | 基督城=Christchurch=CHC
  惠灵顿 | Wellington | | -41.29 174.78 | 惠灵顿=Wellington | 惠灵顿=Wellington=WLG
  楠迪 | Nadi | 斐济, Fiji | -17.80 177.42 | | 楠迪=Nadi=NAN
  塞班 | Saipan | 塞班岛 | 15.18 145.75 | | 塞班=Saipan=SPN
  关岛 | Guam | | 13.44 144.79 | | 关岛=Guam=GUM
`;

function readStation(cell: string): Station {
  const [zh, en, code] = cell.split("=").map((part) => part.trim());
  invariant(zh && en, `a station reads zh=en or zh=en=code, got: ${cell}`);
  return code ? { zh, en, code } : { zh, en };
}

function readCities(text: string, region: City["region"]): City[] {
  return readLines(text, 5).map(([zh = "", en = "", names, position = "", stations, airports]) => {
    const [lat = Number.NaN, lon = Number.NaN] = position.split(" ").map(Number);
    invariant(Math.abs(lat) <= 90 && Math.abs(lon) <= 180, `${en} lies on the globe, got: ${position}`);
    return {
      zh, en, aliases: readList(names), region, lat, lon,
      stations: readList(stations).map(readStation),
      airports: readList(airports).map(readStation),
    };
  });
}

/** Mainland cities first, the biggest of them first, then the rest of the world. */
export const cities: readonly City[] = [...readCities(MAINLAND, "cn"), ...readCities(WORLD, "world")];
