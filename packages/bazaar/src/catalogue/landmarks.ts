/**
 * Places that people name as a start, a destination or "near …". Everyday geography; positions are degrees to two decimals.
 * Chinese | English | further names | city (its English name in `cities`) | latitude longitude
 * `+zh=en=name…@latitude longitude` among the names is a place of its own in the same city.
 */
import { invariant } from "@wanwen/core";
import { readLines, readNames } from "./lines.ts";
import type { Landmark } from "./types.ts";

export const landmarks: readonly Landmark[] = readLines(`
  天安门 | Tiananmen Square | 天安门广场, tiananmen | Beijing | 39.91 116.40
  故宫 | Forbidden City | 故宫博物院, 紫禁城, palace museum | Beijing | 39.92 116.40
  颐和园 | Summer Palace | | Beijing | 40.00 116.27
  天坛 | Temple of Heaven | 天坛公园 | Beijing | 39.88 116.41
  八达岭长城 | Badaling Great Wall | 长城, 八达岭, great wall, the great wall | Beijing | 40.36 116.02
  慕田峪长城 | Mutianyu Great Wall | 慕田峪, mutianyu | Beijing | 40.44 116.57
  圆明园 | Old Summer Palace | yuanmingyuan | Beijing | 40.01 116.30
  鸟巢 | Bird's Nest | 国家体育场, birds nest, +水立方=Water Cube@39.99 116.39, +奥林匹克公园=Olympic Park Beijing=olympic park@40.01 116.39 | Beijing | 39.99 116.40
  王府井 | Wangfujing | 王府井大街 | Beijing | 39.91 116.41
  三里屯 | Sanlitun | 三里屯太古里 | Beijing | 39.94 116.45
  国贸 | Guomao CBD | 国贸cbd, 北京cbd, guomao | Beijing | 39.91 116.46
  中关村 | Zhongguancun | | Beijing | 39.98 116.31
  望京 | Wangjing | 望京soho | Beijing | 40.00 116.48
  西单 | Xidan | | Beijing | 39.91 116.37
  前门 | Qianmen | 前门大街 | Beijing | 39.90 116.40
  南锣鼓巷 | Nanluoguxiang | 锣鼓巷 | Beijing | 39.94 116.40
  什刹海 | Shichahai | 后海, houhai | Beijing | 39.94 116.38
  雍和宫 | Lama Temple | yonghe temple | Beijing | 39.95 116.42
  798艺术区 | 798 Art District | 798 | Beijing | 39.98 116.49
  北京大学 | Peking University | 北大, pku | Beijing | 39.99 116.31
  清华大学 | Tsinghua University | 清华, tsinghua | Beijing | 40.00 116.33
  北京环球影城 | Universal Beijing Resort | 环球影城, 环球度假区, universal studios beijing | Beijing | 39.86 116.68
  五道口 | Wudaokou | | Beijing | 39.99 116.34
  亦庄 | Yizhuang | | Beijing | 39.79 116.51
  国家图书馆 | National Library of China | | Beijing | 39.94 116.32
  协和医院 | Peking Union Medical College Hospital | 北京协和医院, union hospital | Beijing | 39.91 116.41
  外滩 | The Bund | bund, 上海外滩 | Shanghai | 31.24 121.49
  东方明珠 | Oriental Pearl Tower | 东方明珠塔, oriental pearl | Shanghai | 31.24 121.50
  陆家嘴 | Lujiazui | | Shanghai | 31.24 121.50
  南京路步行街 | Nanjing Road | 南京东路, 南京路, nanjing road pedestrian street, nanjing east road | Shanghai | 31.24 121.48
  豫园 | Yu Garden | 城隍庙, 上海城隍庙, yuyuan | Shanghai | 31.23 121.49
  上海迪士尼 | Shanghai Disneyland | 迪士尼, 上海迪士尼乐园, 迪士尼乐园, disneyland, disneyland shanghai, shanghai disney resort | Shanghai | 31.14 121.66
  新天地 | Xintiandi | | Shanghai | 31.22 121.47
  田子坊 | Tianzifang | | Shanghai | 31.21 121.47
  静安寺 | Jing'an Temple | jingan temple | Shanghai | 31.22 121.45
  人民广场 | People's Square | 上海人民广场, peoples square | Shanghai | 31.23 121.47
  徐家汇 | Xujiahui | | Shanghai | 31.19 121.44
  五角场 | Wujiaochang | | Shanghai | 31.30 121.51
  上海中心大厦 | Shanghai Tower | 上海中心 | Shanghai | 31.23 121.51
  武康路 | Wukang Road | 武康大楼 | Shanghai | 31.21 121.44
  复旦大学 | Fudan University | 复旦, fudan | Shanghai | 31.30 121.50
  上海交通大学 | Shanghai Jiao Tong University | 上海交大, 交大, sjtu | Shanghai | 31.02 121.43
  同济大学 | Tongji University | 同济 | Shanghai | 31.28 121.50
  张江 | Zhangjiang | 张江高科 | Shanghai | 31.20 121.59
  国家会展中心 | National Exhibition and Convention Center | 上海会展中心 | Shanghai | 31.19 121.30
  朱家角 | Zhujiajiao | 朱家角古镇 | Shanghai | 31.11 121.06
  七宝 | Qibao | 七宝老街 | Shanghai | 31.16 121.35
  上海博物馆 | Shanghai Museum | | Shanghai | 31.23 121.48
  瑞金医院 | Ruijin Hospital | | Shanghai | 31.21 121.47
  西湖 | West Lake | 杭州西湖 | Hangzhou | 30.24 120.15
  断桥 | Broken Bridge | 断桥残雪 | Hangzhou | 30.26 120.15
  雷峰塔 | Leifeng Pagoda | | Hangzhou | 30.23 120.15
  灵隐寺 | Lingyin Temple | 灵隐 | Hangzhou | 30.24 120.10
  河坊街 | Hefang Street | | Hangzhou | 30.24 120.17
  湖滨银泰 | Hubin | 湖滨, 湖滨步行街 | Hangzhou | 30.26 120.16
  武林广场 | Wulin Square | 武林门 | Hangzhou | 30.27 120.16
  西溪湿地 | Xixi Wetland | | Hangzhou | 30.27 120.06
  钱江新城 | Qianjiang New City | 市民中心杭州 | Hangzhou | 30.25 120.21
  浙江大学 | Zhejiang University | 浙大, zju, 紫金港 | Hangzhou | 30.30 120.08
  千岛湖 | Qiandao Lake | thousand island lake | Hangzhou | 29.61 119.04
  宋城 | Songcheng | 杭州宋城, song dynasty town | Hangzhou | 30.17 120.09
  龙井村 | Longjing Village | 龙井 | Hangzhou | 30.22 120.11
  滨江龙湖天街 | Binjiang Paradise Walk | 滨江, 龙湖天街, binjiang | Hangzhou | 30.21 120.21
  未来科技城 | Future Sci-Tech City | | Hangzhou | 30.28 120.01
  城西银泰 | Chengxi Intime | | Hangzhou | 30.30 120.11
  京杭大运河 | Grand Canal | 大运河, 拱宸桥 | Hangzhou | 30.32 120.14
  中山陵 | Sun Yat-sen Mausoleum | | Nanjing | 32.06 118.85
  夫子庙 | Confucius Temple | 秦淮河, 夫子庙秦淮河, fuzimiao, qinhuai river | Nanjing | 32.02 118.79
  新街口 | Xinjiekou | 南京新街口 | Nanjing | 32.04 118.78
  总统府 | Presidential Palace | 南京总统府 | Nanjing | 32.04 118.80
  玄武湖 | Xuanwu Lake | | Nanjing | 32.07 118.79
  明孝陵 | Ming Xiaoling Mausoleum | +紫金山=Purple Mountain@32.07 118.84 | Nanjing | 32.06 118.83
  南京大学 | Nanjing University | 南大 | Nanjing | 32.06 118.78
  老门东 | Laomendong | | Nanjing | 32.01 118.79
  拙政园 | Humble Administrator's Garden | 苏州园林 | Suzhou | 31.32 120.63
  平江路 | Pingjiang Road | | Suzhou | 31.31 120.63
  虎丘 | Tiger Hill | | Suzhou | 31.34 120.58
  金鸡湖 | Jinji Lake | +苏州中心=Suzhou Center@31.32 120.68 | Suzhou | 31.31 120.71
  周庄 | Zhouzhuang | 周庄古镇 | Kunshan | 31.11 120.85
  同里 | Tongli | 同里古镇 | Suzhou | 31.16 120.72
  寒山寺 | Hanshan Temple | | Suzhou | 31.31 120.57
  鼋头渚 | Yuantouzhu | 太湖, taihu, lake tai | Wuxi | 31.53 120.22
  灵山大佛 | Lingshan Grand Buddha | 灵山 | Wuxi | 31.42 120.10
  恐龙园 | China Dinosaurs Park | 常州恐龙园, 中华恐龙园 | Changzhou | 31.83 120.00
  瘦西湖 | Slender West Lake | | Yangzhou | 32.41 119.42
  广州塔 | Canton Tower | 小蛮腰 | Guangzhou | 23.11 113.32
  北京路步行街 | Beijing Road | 北京路, beijing road pedestrian street | Guangzhou | 23.12 113.27
  珠江新城 | Zhujiang New Town | 花城广场 | Guangzhou | 23.12 113.32
  沙面 | Shamian Island | 沙面岛 | Guangzhou | 23.11 113.24
  上下九 | Shangxiajiu | 上下九步行街 | Guangzhou | 23.12 113.24
  天河城 | Tianhe | tianhe city, +天河体育中心=Tianhe Sports Center@23.14 113.32, +体育西路=Tiyu West Road@23.13 113.32 | Guangzhou | 23.13 113.32
  白云山 | Baiyun Mountain | | Guangzhou | 23.18 113.30
  长隆 | Chimelong | 长隆欢乐世界, 长隆野生动物世界, 广州长隆 | Guangzhou | 23.00 113.33
  陈家祠 | Chen Clan Academy | | Guangzhou | 23.13 113.25
  中山大学 | Sun Yat-sen University | 中大 | Guangzhou | 23.10 113.30
  广交会展馆 | Canton Fair Complex | 琶洲, pazhou, 广交会, canton fair | Guangzhou | 23.10 113.36
  世界之窗 | Window of the World | 深圳世界之窗 | Shenzhen | 22.54 113.97
  欢乐谷 | Happy Valley Shenzhen | 深圳欢乐谷, happy valley | Shenzhen | 22.54 113.98
  华强北 | Huaqiangbei | | Shenzhen | 22.55 114.09
  深圳湾公园 | Shenzhen Bay Park | 深圳湾 | Shenzhen | 22.52 113.98
  莲花山公园 | Lianhuashan Park | 莲花山 | Shenzhen | 22.56 114.06
  市民中心 | Shenzhen Civic Center | 深圳市民中心 | Shenzhen | 22.54 114.06
  大梅沙 | Dameisha | 大梅沙海滨公园 | Shenzhen | 22.60 114.31
  东门老街 | Dongmen | 老街深圳, dongmen old street | Shenzhen | 22.55 114.12
  海岸城 | Coastal City | | Shenzhen | 22.52 113.94
  科技园 | Shenzhen Science Park | 南山科技园, 深圳科技园, nanshan science park | Shenzhen | 22.54 113.95
  罗湖口岸 | Luohu Port | lo wu | Shenzhen | 22.53 114.11
  宽窄巷子 | Kuanzhai Alley | 宽窄巷, kuanzhai alleys | Chengdu | 30.67 104.06
  锦里 | Jinli | 锦里古街 | Chengdu | 30.65 104.05
  武侯祠 | Wuhou Shrine | | Chengdu | 30.65 104.05
  春熙路 | Chunxi Road | ifs成都, +成都太古里=Taikoo Li Chengdu=太古里成都@30.65 104.08 | Chengdu | 30.66 104.08
  大熊猫繁育研究基地 | Chengdu Panda Base | 熊猫基地, 大熊猫基地, panda base, chengdu research base of giant panda breeding | Chengdu | 30.73 104.15
  天府广场 | Tianfu Square | | Chengdu | 30.66 104.07
  杜甫草堂 | Du Fu Thatched Cottage | | Chengdu | 30.66 104.03
  环球中心 | Global Center | 成都环球中心, new century global center | Chengdu | 30.57 104.06
  青城山 | Mount Qingcheng | | Dujiangyan | 30.90 103.57
  乐山大佛 | Leshan Giant Buddha | 大佛, giant buddha | Leshan | 29.54 103.77
  四川大学 | Sichuan University | 川大 | Chengdu | 30.63 104.08
  华西医院 | West China Hospital | | Chengdu | 30.64 104.06
  解放碑 | Jiefangbei | 解放碑步行街 | Chongqing | 29.56 106.58
  洪崖洞 | Hongyadong | hongya cave | Chongqing | 29.56 106.58
  磁器口 | Ciqikou | 磁器口古镇 | Chongqing | 29.58 106.45
  长江索道 | Yangtze River Cableway | | Chongqing | 29.56 106.59
  观音桥 | Guanyinqiao | | Chongqing | 29.57 106.53
  李子坝 | Liziba Station | 李子坝轻轨站 | Chongqing | 29.55 106.54
  南滨路 | Nanbin Road | | Chongqing | 29.55 106.57
  武隆天生三桥 | Wulong Karst | 武隆, wulong | Chongqing | 29.44 107.80
  大足石刻 | Dazu Rock Carvings | | Chongqing | 29.75 105.79
  黄鹤楼 | Yellow Crane Tower | | Wuhan | 30.55 114.31
  东湖 | East Lake | 武汉东湖 | Wuhan | 30.56 114.38
  户部巷 | Hubu Alley | hubuxiang | Wuhan | 30.55 114.30
  江汉路 | Jianghan Road | 江汉路步行街 | Wuhan | 30.58 114.29
  光谷 | Optics Valley | 光谷广场, 光谷步行街 | Wuhan | 30.51 114.40
  楚河汉街 | Chu River Han Street | 汉街 | Wuhan | 30.56 114.34
  武汉大学 | Wuhan University | 武大 | Wuhan | 30.54 114.36
  兵马俑 | Terracotta Army | 秦始皇兵马俑, 秦始皇陵, terracotta warriors | Xi'an | 34.38 109.28
  大雁塔 | Giant Wild Goose Pagoda | big wild goose pagoda | Xi'an | 34.22 108.96
  大唐不夜城 | Grand Tang Mall | 不夜城, datang everbright city | Xi'an | 34.21 108.96
  钟楼 | Xi'an Bell Tower | 西安钟楼, 钟鼓楼, bell tower | Xi'an | 34.26 108.94
  回民街 | Muslim Quarter | 西安回民街, muslim street | Xi'an | 34.26 108.94
  西安城墙 | Xi'an City Wall | 永宁门, city wall xian | Xi'an | 34.25 108.94
  华清池 | Huaqing Pool | 华清宫 | Xi'an | 34.36 109.21
  小寨 | Xiaozhai | | Xi'an | 34.22 108.94
  岳麓山 | Yuelu Mountain | | Changsha | 28.18 112.93
  橘子洲 | Orange Isle | 橘子洲头 | Changsha | 28.19 112.96
  五一广场 | Wuyi Square | 五一广场长沙 | Changsha | 28.20 112.97
  太平街 | Taiping Street | 长沙太平街 | Changsha | 28.19 112.97
  坡子街 | Pozi Street | | Changsha | 28.19 112.97
  湖南大学 | Hunan University | 湖大 | Changsha | 28.18 112.94
  鼓浪屿 | Gulangyu Island | gulangyu, kulangsu | Xiamen | 24.45 118.07
  中山路 | Zhongshan Road | 厦门中山路, 中山路步行街 | Xiamen | 24.45 118.08
  厦门大学 | Xiamen University | 厦大 | Xiamen | 24.44 118.10
  曾厝垵 | Zengcuo'an | zengcuoan | Xiamen | 24.43 118.12
  环岛路 | Island Ring Road | | Xiamen | 24.44 118.15
  三坊七巷 | Sanfang Qixiang | three lanes and seven alleys | Fuzhou | 26.08 119.30
  栈桥 | Zhanqiao Pier | 青岛栈桥 | Qingdao | 36.06 120.32
  五四广场 | May Fourth Square | | Qingdao | 36.06 120.38
  八大关 | Badaguan | | Qingdao | 36.05 120.35
  青岛啤酒博物馆 | Tsingtao Beer Museum | 啤酒博物馆 | Qingdao | 36.08 120.34
  崂山 | Laoshan | mount lao | Qingdao | 36.16 120.60
  趵突泉 | Baotu Spring | | Jinan | 36.66 117.01
  大明湖 | Daming Lake | | Jinan | 36.67 117.02
  泰山 | Mount Tai | 泰山风景区, taishan mountain | Tai'an | 36.26 117.10
  三孔 | Temple of Confucius in Qufu | 孔庙, 孔府, 曲阜三孔 | Qufu | 35.60 116.99
  星海广场 | Xinghai Square | | Dalian | 38.88 121.58
  老虎滩 | Tiger Beach | 老虎滩海洋公园 | Dalian | 38.87 121.67
  中央大街 | Central Street | 哈尔滨中央大街 | Harbin | 45.78 126.62
  圣索菲亚教堂 | Saint Sophia Cathedral | 索菲亚教堂, st sophia cathedral | Harbin | 45.77 126.63
  冰雪大世界 | Harbin Ice and Snow World | 哈尔滨冰雪大世界, ice and snow world | Harbin | 45.78 126.57
  太阳岛 | Sun Island | | Harbin | 45.79 126.60
  沈阳故宫 | Mukden Palace | shenyang imperial palace | Shenyang | 41.80 123.46
  中街 | Zhongjie | 沈阳中街 | Shenyang | 41.80 123.46
  净月潭 | Jingyuetan | | Changchun | 43.79 125.45
  长白山天池 | Heaven Lake | 天池长白山 | Changbaishan | 42.01 128.06
  滇池 | Dianchi Lake | 海埂大坝 | Kunming | 24.96 102.65
  翠湖 | Green Lake | 翠湖公园 | Kunming | 25.05 102.70
  石林 | Stone Forest | 昆明石林 | Kunming | 24.81 103.32
  斗南花市 | Dounan Flower Market | | Kunming | 24.90 102.80
  大理古城 | Dali Old Town | dali ancient town | Dali | 25.69 100.16
  洱海 | Erhai Lake | erhai | Dali | 25.83 100.18
  双廊 | Shuanglang | 双廊古镇 | Dali | 25.91 100.19
  丽江古城 | Lijiang Old Town | lijiang ancient town | Lijiang | 26.87 100.23
  玉龙雪山 | Jade Dragon Snow Mountain | | Lijiang | 27.10 100.18
  束河古镇 | Shuhe Old Town | 束河 | Lijiang | 26.92 100.21
  泸沽湖 | Lugu Lake | | Lijiang | 27.70 100.78
  普达措 | Potatso National Park | 普达措国家公园 | Shangri-La | 27.83 99.96
  亚丁自然保护区 | Yading Nature Reserve | | Daocheng | 28.43 100.36
  黄果树瀑布 | Huangguoshu Waterfall | | Anshun | 25.99 105.67
  甲秀楼 | Jiaxiu Tower | | Guiyang | 26.57 106.72
  西江千户苗寨 | Xijiang Miao Village | 千户苗寨, 西江苗寨 | Kaili | 26.50 108.18
  象鼻山 | Elephant Trunk Hill | 象山公园 | Guilin | 25.27 110.30
  漓江 | Li River | 漓江游船 | Guilin | 25.05 110.42
  阳朔西街 | Yangshuo West Street | 西街 | Yangshuo | 24.78 110.49
  龙脊梯田 | Longji Rice Terraces | | Guilin | 25.76 110.12
  青秀山 | Qingxiu Mountain | | Nanning | 22.79 108.38
  北海银滩 | Silver Beach | 银滩 | Beihai | 21.41 109.14
  涠洲岛 | Weizhou Island | | Beihai | 21.04 109.12
  亚龙湾 | Yalong Bay | | Sanya | 18.22 109.64
  天涯海角 | Tianya Haijiao | end of the earth | Sanya | 18.29 109.35
  海棠湾 | Haitang Bay | +三亚免税店=Sanya Duty Free=海棠湾免税店@18.33 109.74 | Sanya | 18.35 109.74
  大东海 | Dadonghai | | Sanya | 18.22 109.52
  蜈支洲岛 | Wuzhizhou Island | | Sanya | 18.31 109.76
  南山寺 | Nanshan Temple | 南山文化旅游区 | Sanya | 18.30 109.21
  骑楼老街 | Qilou Old Street | 海口骑楼老街 | Haikou | 20.05 110.35
  黄山风景区 | Mount Huangshan | 黄山光明顶, yellow mountain, yellow mountains | Huangshan | 30.13 118.17
  宏村 | Hongcun | | Huangshan | 30.00 117.99
  九华山 | Mount Jiuhua | | Anqing | 30.48 117.80
  逍遥津 | Xiaoyaojin Park | | Hefei | 31.87 117.30
  庐山 | Mount Lu | 庐山风景区, lushan | Jiujiang | 29.57 115.98
  滕王阁 | Pavilion of Prince Teng | tengwang pavilion | Nanchang | 28.68 115.88
  武当山风景区 | Wudang Mountains | wudang | Shiyan | 32.40 111.00
  三峡大坝 | Three Gorges Dam | | Yichang | 30.82 111.00
  恩施大峡谷 | Enshi Grand Canyon | | Enshi | 30.44 109.18
  神农架 | Shennongjia | | Yichang | 31.74 110.68
  张家界国家森林公园 | Zhangjiajie National Forest Park | 武陵源, wulingyuan | Zhangjiajie | 29.33 110.45
  天门山 | Tianmen Mountain | | Zhangjiajie | 29.05 110.48
  南岳衡山 | Mount Heng | 衡山 | Hengyang | 27.25 112.69
  龙门石窟 | Longmen Grottoes | | Luoyang | 34.56 112.47
  少林寺 | Shaolin Temple | 嵩山少林寺, shaolin | Zhengzhou | 34.51 112.94
  二七广场 | Erqi Square | 二七塔 | Zhengzhou | 34.75 113.67
  清明上河园 | Millennium City Park | | Kaifeng | 34.81 114.34
  云台山 | Yuntai Mountain | | Jiaozuo | 35.43 113.36
  云冈石窟 | Yungang Grottoes | | Datong | 40.11 113.13
  悬空寺 | Hanging Temple | 恒山悬空寺 | Datong | 39.66 113.70
  五台山景区 | Mount Wutai | wutai mountain | Xinzhou | 39.01 113.59
  平遥古城 | Pingyao Ancient City | 平遥古城墙 | Pingyao | 37.20 112.17
  晋祠 | Jinci Temple | | Taiyuan | 37.71 112.44
  柳巷 | Liuxiang | | Taiyuan | 37.87 112.56
  避暑山庄 | Chengde Mountain Resort | 承德避暑山庄 | Chengde | 40.99 117.94
  山海关 | Shanhai Pass | 老龙头 | Qinhuangdao | 40.00 119.75
  阿那亚 | Aranya | | Qinhuangdao | 39.77 119.42
  正定古城 | Zhengding Ancient City | | Shijiazhuang | 38.15 114.57
  天津之眼 | Tianjin Eye | 摩天轮天津 | Tianjin | 39.15 117.18
  意式风情区 | Italian Style Town | 意大利风情区 | Tianjin | 39.13 117.19
  五大道 | Five Great Avenues | | Tianjin | 39.11 117.20
  古文化街 | Ancient Culture Street | | Tianjin | 39.14 117.19
  大召寺 | Dazhao Temple | | Hohhot | 40.80 111.65
  响沙湾 | Xiangshawan Desert | | Ordos | 40.23 109.98
  莫高窟 | Mogao Caves | 敦煌莫高窟 | Dunhuang | 40.04 94.81
  鸣沙山月牙泉 | Crescent Lake | 月牙泉, 鸣沙山, singing sand dunes | Dunhuang | 40.09 94.67
  嘉峪关关城 | Jiayuguan Pass | | Jiayuguan | 39.80 98.23
  张掖七彩丹霞 | Zhangye Danxia | 七彩丹霞, rainbow mountains | Zhangye | 38.97 100.05
  中山桥 | Zhongshan Bridge | 黄河铁桥, 兰州中山桥 | Lanzhou | 36.07 103.81
  青海湖 | Qinghai Lake | | Xining | 36.90 100.18
  塔尔寺 | Kumbum Monastery | taer monastery | Xining | 36.49 101.57
  茶卡盐湖 | Chaka Salt Lake | 茶卡 | Xining | 36.70 99.10
  西夏王陵 | Western Xia Tombs | 西夏陵 | Yinchuan | 38.43 105.98
  沙坡头景区 | Shapotou Desert Park | | Zhongwei | 37.47 105.00
  国际大巴扎 | Grand Bazaar Urumqi | 新疆国际大巴扎, 大巴扎 | Urumqi | 43.78 87.62
  天山天池 | Tianchi Lake | 天山天池景区 | Urumqi | 43.88 88.13
  喀什古城 | Kashgar Old City | | Kashgar | 39.47 75.99
  赛里木湖 | Sayram Lake | | Yining | 44.60 81.20
  喀纳斯湖 | Kanas Lake | 喀纳斯景区 | Altay | 48.70 87.03
  布达拉宫 | Potala Palace | | Lhasa | 29.66 91.12
  大昭寺 | Jokhang Temple | +八廓街=Barkhor Street@29.65 91.13 | Lhasa | 29.65 91.13
  珠穆朗玛峰大本营 | Everest Base Camp | 珠峰大本营, 珠峰, ebc | Shigatse | 28.14 86.85
  天一阁 | Tianyi Pavilion | | Ningbo | 29.87 121.54
  老外滩 | Ningbo Old Bund | 宁波老外滩 | Ningbo | 29.88 121.56
  普陀山 | Mount Putuo | 普陀 | Zhoushan | 30.01 122.39
  鲁迅故里 | Lu Xun Native Place | | Shaoxing | 30.00 120.58
  横店影视城 | Hengdian World Studios | 横店, hengdian | Jinhua | 29.15 120.31
  义乌国际商贸城 | Yiwu International Trade City | 小商品城, 义乌小商品城, yiwu market | Yiwu | 29.33 120.10
  雁荡山 | Yandang Mountains | | Wenzhou | 28.38 121.07
  莫干山 | Moganshan | mount mogan | Huzhou | 30.61 119.87
  维多利亚港 | Victoria Harbour | 维港, victoria harbor | Hong Kong | 22.29 114.17
  太平山顶 | Victoria Peak | 山顶香港, the peak, peak tram | Hong Kong | 22.27 114.15
  旺角 | Mong Kok | mongkok, +女人街=Ladies' Market@22.32 114.17 | Hong Kong | 22.32 114.17
  尖沙咀 | Tsim Sha Tsui | tst | Hong Kong | 22.30 114.17
  铜锣湾 | Causeway Bay | +时代广场香港=Times Square Hong Kong@22.28 114.18 | Hong Kong | 22.28 114.18
  中环 | Central Hong Kong | | Hong Kong | 22.28 114.16
  香港迪士尼乐园 | Hong Kong Disneyland | 香港迪士尼 | Hong Kong | 22.31 114.04
  海洋公园 | Ocean Park Hong Kong | 香港海洋公园 | Hong Kong | 22.25 114.18
  大三巴牌坊 | Ruins of St. Paul's | 大三巴, ruins of st pauls | Macau | 22.20 113.54
  威尼斯人度假区 | Cotai Strip | 路氹, 澳门威尼斯人, cotai | Macau | 22.15 113.56
  台北101 | Taipei 101 | 101大楼 | Taipei | 25.03 121.56
  西门町 | Ximending | | Taipei | 25.04 121.51
  士林夜市 | Shilin Night Market | | Taipei | 25.09 121.52
  九份 | Jiufen | 九份老街 | Taipei | 25.11 121.84
  日月潭 | Sun Moon Lake | | Taichung | 23.86 120.92
  东京塔 | Tokyo Tower | | Tokyo | 35.66 139.75
  浅草寺 | Senso-ji | 浅草, asakusa, sensoji | Tokyo | 35.71 139.80
  涩谷 | Shibuya | 涩谷十字路口, shibuya crossing | Tokyo | 35.66 139.70
  银座 | Ginza | | Tokyo | 35.67 139.76
  秋叶原 | Akihabara | | Tokyo | 35.70 139.77
  东京迪士尼乐园 | Tokyo Disneyland | 东京迪士尼, tokyo disney | Tokyo | 35.63 139.88
  富士山 | Mount Fuji | mt fuji, +河口湖=Lake Kawaguchi@35.51 138.76 | Tokyo | 35.36 138.73
  心斋桥 | Shinsaibashi | +道顿堀=Dotonbori@34.67 135.50 | Osaka | 34.67 135.50
  大阪环球影城 | Universal Studios Japan | 日本环球影城, usj | Osaka | 34.67 135.43
  清水寺 | Kiyomizu-dera | kiyomizu temple | Kyoto | 34.99 135.79
  伏见稻荷大社 | Fushimi Inari | 伏见稻荷, 千本鸟居 | Kyoto | 34.97 135.77
  岚山 | Arashiyama | | Kyoto | 35.01 135.67
  奈良公园 | Nara Park | | Nara | 34.69 135.84
  明洞 | Myeongdong | | Seoul | 37.56 126.99
  景福宫 | Gyeongbokgung Palace | gyeongbokgung | Seoul | 37.58 126.98
  弘大 | Hongdae | | Seoul | 37.56 126.92
  江南站 | Gangnam | 江南区, gangnam station | Seoul | 37.50 127.03
  乐天世界 | Lotte World | | Seoul | 37.51 127.10
  海云台 | Haeundae Beach | haeundae | Busan | 35.16 129.16
  滨海湾金沙 | Marina Bay Sands | 金沙酒店, 滨海湾, marina bay, mbs | Singapore | 1.28 103.86
  鱼尾狮公园 | Merlion Park | 鱼尾狮, merlion | Singapore | 1.29 103.85
  圣淘沙 | Sentosa | sentosa island, +新加坡环球影城=Universal Studios Singapore@1.25 103.82 | Singapore | 1.25 103.83
  乌节路 | Orchard Road | | Singapore | 1.30 103.83
  牛车水 | Singapore Chinatown | 新加坡唐人街 | Singapore | 1.28 103.84
  双子塔 | Petronas Towers | 双峰塔, 吉隆坡双子塔, petronas twin towers, klcc | Kuala Lumpur | 3.16 101.71
  大皇宫 | Grand Palace Bangkok | 曼谷大皇宫, grand palace | Bangkok | 13.75 100.49
  考山路 | Khao San Road | | Bangkok | 13.76 100.50
  暹罗广场 | Siam Square | +暹罗百丽宫=Siam Paragon@13.75 100.53 | Bangkok | 13.75 100.53
  芭东海滩 | Patong Beach | 芭东, patong | Phuket | 7.90 98.30
  还剑湖 | Hoan Kiem Lake | +三十六行街=Hanoi Old Quarter@21.03 105.85 | Hanoi | 21.03 105.85
  下龙湾 | Ha Long Bay | halong bay | Hanoi | 20.91 107.18
  吴哥窟古迹 | Angkor Wat | | Siem Reap | 13.41 103.87
  乌布 | Ubud | | Bali | -8.51 115.26
  库塔海滩 | Kuta Beach | 库塔, kuta | Bali | -8.72 115.17
  泰姬陵 | Taj Mahal | | New Delhi | 27.18 78.04
  印度门 | India Gate | | New Delhi | 28.61 77.23
  哈利法塔 | Burj Khalifa | 迪拜塔, +迪拜购物中心=Dubai Mall@25.20 55.28 | Dubai | 25.20 55.27
  棕榈岛 | Palm Jumeirah | 朱美拉棕榈岛 | Dubai | 25.11 55.14
  蓝色清真寺 | Blue Mosque | sultanahmet, +圣索菲亚大教堂=Hagia Sophia@41.01 28.98 | Istanbul | 41.01 28.98
  红场 | Red Square | +克里姆林宫=Kremlin@55.75 37.62 | Moscow | 55.75 37.62
  冬宫 | Winter Palace | hermitage, 艾尔米塔什博物馆, hermitage museum | Saint Petersburg | 59.94 30.31
  大本钟 | Big Ben | 威斯敏斯特, westminster, houses of parliament | London | 51.50 -0.12
  伦敦眼 | London Eye | | London | 51.50 -0.12
  伦敦塔桥 | Tower Bridge | 塔桥, +伦敦塔=Tower of London@51.51 -0.08 | London | 51.51 -0.08
  大英博物馆 | British Museum | | London | 51.52 -0.13
  白金汉宫 | Buckingham Palace | | London | 51.50 -0.14
  海德公园 | Hyde Park | | London | 51.51 -0.17
  特拉法加广场 | Trafalgar Square | | London | 51.51 -0.13
  科文特花园 | Covent Garden | +莱斯特广场=Leicester Square@51.51 -0.13, +皮卡迪利广场=Piccadilly Circus@51.51 -0.13, +伦敦苏荷区=Soho London@51.51 -0.13 | London | 51.51 -0.12
  金丝雀码头 | Canary Wharf | | London | 51.50 -0.02
  温布利球场 | Wembley Stadium | 温布利, wembley | London | 51.56 -0.28
  老特拉福德 | Old Trafford | | Manchester | 53.46 -2.29
  爱丁堡城堡 | Edinburgh Castle | royal mile | Edinburgh | 55.95 -3.20
  巨石阵 | Stonehenge | | Bath | 51.18 -1.83
  埃菲尔铁塔 | Eiffel Tower | 铁塔巴黎, 艾菲尔铁塔 | Paris | 48.86 2.29
  卢浮宫 | Louvre | louvre museum, the louvre | Paris | 48.86 2.34
  凯旋门 | Arc de Triomphe | | Paris | 48.87 2.30
  香榭丽舍大街 | Champs-Élysées | 香榭丽舍, champs elysees | Paris | 48.87 2.31
  巴黎圣母院 | Notre-Dame | notre dame cathedral, notre dame | Paris | 48.85 2.35
  蒙马特高地 | Montmartre | 圣心堂, sacre coeur | Paris | 48.89 2.34
  凡尔赛宫 | Palace of Versailles | versailles | Paris | 48.80 2.12
  巴黎迪士尼乐园 | Disneyland Paris | 巴黎迪士尼 | Paris | 48.87 2.78
  勃兰登堡门 | Brandenburg Gate | | Berlin | 52.52 13.38
  亚历山大广场 | Alexanderplatz | | Berlin | 52.52 13.41
  玛利亚广场 | Marienplatz | 玛利恩广场 | Munich | 48.14 11.58
  新天鹅堡 | Neuschwanstein Castle | neuschwanstein | Munich | 47.56 10.75
  科隆大教堂 | Cologne Cathedral | | Cologne | 50.94 6.96
  梵高博物馆 | Van Gogh Museum | 博物馆广场阿姆斯特丹, museumplein | Amsterdam | 52.36 4.88
  水坝广场 | Dam Square | | Amsterdam | 52.37 4.89
  布鲁塞尔大广场 | Grand Place | | Brussels | 50.85 4.35
  少女峰 | Jungfraujoch | jungfrau | Interlaken | 46.55 7.98
  美泉宫 | Schönbrunn Palace | schonbrunn palace, schonbrunn | Vienna | 48.18 16.31
  查理大桥 | Charles Bridge | +布拉格广场=Prague Old Town Square@50.09 14.42 | Prague | 50.09 14.41
  渔人堡 | Fisherman's Bastion | | Budapest | 47.50 19.03
  斗兽场 | Colosseum | 罗马斗兽场, the colosseum | Rome | 41.89 12.49
  许愿池 | Trevi Fountain | 特雷维喷泉, +西班牙广场罗马=Spanish Steps@41.91 12.48 | Rome | 41.90 12.48
  梵蒂冈 | Vatican | 圣彼得大教堂, vatican city, vatican museums, st peter's basilica | Rome | 41.90 12.45
  米兰大教堂 | Milan Cathedral | duomo di milano, duomo milan | Milan | 45.46 9.19
  圣马可广场 | St Mark's Square | piazza san marco | Venice | 45.43 12.34
  圣母百花大教堂 | Florence Cathedral | duomo florence, +乌菲兹美术馆=Uffizi Gallery@43.77 11.26 | Florence | 43.77 11.26
  比萨斜塔 | Leaning Tower of Pisa | pisa tower | Florence | 43.72 10.40
  庞贝古城 | Pompeii | | Naples | 40.75 14.49
  圣家堂 | Sagrada Família | 圣家族大教堂, sagrada familia | Barcelona | 41.40 2.17
  兰布拉大道 | La Rambla | las ramblas, +奎尔公园=Park Güell=park guell@41.41 2.15 | Barcelona | 41.38 2.17
  诺坎普球场 | Camp Nou | 诺坎普 | Barcelona | 41.38 2.12
  太阳门广场 | Puerta del Sol | 马德里太阳门 | Madrid | 40.42 -3.70
  伯纳乌球场 | Santiago Bernabéu | 伯纳乌, bernabeu | Madrid | 40.45 -3.69
  普拉多博物馆 | Prado Museum | | Madrid | 40.41 -3.69
  贝伦塔 | Belém Tower | belem tower, belem | Lisbon | 38.69 -9.22
  雅典卫城 | Acropolis | 卫城, acropolis of athens | Athens | 37.97 23.73
  小美人鱼雕像 | Little Mermaid Statue | +新港哥本哈根=Nyhavn@55.68 12.59 | Copenhagen | 55.69 12.60
  蓝湖温泉 | Blue Lagoon | | Reykjavik | 63.88 -22.45
  吉萨金字塔 | Pyramids of Giza | 金字塔, pyramids, giza, +狮身人面像=Great Sphinx@29.98 31.14 | Cairo | 29.98 31.13
  桌山 | Table Mountain | | Cape Town | -33.96 18.40
  自由女神像 | Statue of Liberty | 自由岛 | New York | 40.69 -74.04
  时代广场 | Times Square | 纽约时代广场, 时报广场 | New York | 40.76 -73.99
  中央公园 | Central Park | 纽约中央公园 | New York | 40.78 -73.97
  帝国大厦 | Empire State Building | | New York | 40.75 -73.99
  华尔街 | Wall Street | | New York | 40.71 -74.01
  布鲁克林大桥 | Brooklyn Bridge | | New York | 40.71 -74.00
  大都会艺术博物馆 | Metropolitan Museum of Art | 大都会博物馆, the met, +纽约现代艺术博物馆=MoMA@40.76 -73.98 | New York | 40.78 -73.96
  麦迪逊广场花园 | Madison Square Garden | 麦迪逊广场 | New York | 40.75 -73.99
  好莱坞 | Hollywood | 星光大道, hollywood walk of fame, hollywood sign | Los Angeles | 34.10 -118.33
  圣莫尼卡海滩 | Santa Monica Pier | 圣莫尼卡, santa monica | Los Angeles | 34.01 -118.50
  好莱坞环球影城 | Universal Studios Hollywood | | Los Angeles | 34.14 -118.35
  加州迪士尼乐园 | Disneyland California | 加州迪士尼, anaheim, disneyland anaheim | Los Angeles | 33.81 -117.92
  比佛利山 | Beverly Hills | 比弗利山庄 | Los Angeles | 34.07 -118.40
  金门大桥 | Golden Gate Bridge | | San Francisco | 37.82 -122.48
  渔人码头 | Fisherman's Wharf | pier 39, fishermans wharf | San Francisco | 37.81 -122.42
  联合广场 | Union Square | 旧金山联合广场 | San Francisco | 37.79 -122.41
  斯坦福大学 | Stanford University | 斯坦福, stanford | San Jose | 37.43 -122.17
  千禧公园 | Millennium Park | 云门芝加哥, the bean | Chicago | 41.88 -87.62
  白宫 | White House | the white house | Washington | 38.90 -77.04
  林肯纪念堂 | Lincoln Memorial | +国家广场=National Mall@38.89 -77.02 | Washington | 38.89 -77.05
  哈佛大学 | Harvard University | 哈佛, harvard, harvard square | Boston | 42.37 -71.12
  麻省理工学院 | MIT | 麻省理工, massachusetts institute of technology | Boston | 42.36 -71.09
  太空针塔 | Space Needle | | Seattle | 47.62 -122.35
  派克市场 | Pike Place Market | pike place | Seattle | 47.61 -122.34
  拉斯维加斯大道 | Las Vegas Strip | the strip, vegas strip | Las Vegas | 36.11 -115.17
  大峡谷 | Grand Canyon | | Las Vegas | 36.06 -112.14
  奥兰多迪士尼世界 | Walt Disney World | disney world, 迪士尼世界 | Orlando | 28.39 -81.56
  南海滩 | South Beach | miami beach, 迈阿密海滩 | Miami | 25.78 -80.13
  威基基海滩 | Waikiki Beach | waikiki, 威基基 | Honolulu | 21.28 -157.83
  CN塔 | CN Tower | 加拿大国家电视塔 | Toronto | 43.64 -79.39
  尼亚加拉瀑布 | Niagara Falls | | Toronto | 43.08 -79.07
  斯坦利公园 | Stanley Park | 史丹利公园 | Vancouver | 49.30 -123.14
  基督像 | Christ the Redeemer | 救世基督像, +科帕卡巴纳海滩=Copacabana Beach=copacabana@-22.97 -43.18 | Rio de Janeiro | -22.95 -43.21
  马丘比丘 | Machu Picchu | | Lima | -13.16 -72.55
  悉尼歌剧院 | Sydney Opera House | opera house sydney | Sydney | -33.86 151.22
  悉尼海港大桥 | Sydney Harbour Bridge | 海港大桥, harbour bridge, +环形码头=Circular Quay@-33.86 151.21 | Sydney | -33.85 151.21
  邦迪海滩 | Bondi Beach | bondi | Sydney | -33.89 151.27
  联邦广场 | Federation Square | 墨尔本联邦广场, +弗林德斯街车站=Flinders Street Station@-37.82 144.97 | Melbourne | -37.82 144.97
  大洋路 | Great Ocean Road | 十二门徒岩, twelve apostles | Melbourne | -38.66 143.10
  天空塔 | Sky Tower | 奥克兰天空塔 | Auckland | -36.85 174.76
`, 5).flatMap(([zh = "", en = "", names, city = "", position = ""]) =>
  readNames(zh, en, names).map(({ own, ...named }) => {
    const [lat = Number.NaN, lon = Number.NaN] = (own ?? position).split(" ").map(Number);
    invariant(Math.abs(lat) <= 90 && Math.abs(lon) <= 180, `${named.en} lies on the globe, got: ${own ?? position}`);
    return { ...named, city, lat, lon };
  }),
);
