/** Films that may be on at a cinema: Chinese | English | further names | minutes | year | genres. Titles, lengths and years are everyday knowledge. */
import { readLines, readList } from "./lines.ts";
import type { Category, Film } from "./types.ts";

/** Words for kinds of films. */
export const filmGenres: readonly Category[] = readLines(`
  action | 动作片 | action films | 动作, 动作电影, action, action movie, action film
  adventure | 冒险片 | adventure films | 冒险, 冒险电影, adventure, adventure movie
  animation | 动画片 | animated films | 动画, 动画电影, 卡通片, animation, animated movie, cartoon, animated film
  comedy | 喜剧片 | comedies | 喜剧, 喜剧电影, 搞笑片, 搞笑电影, comedy, comedy film, funny movie, comedy movie
  crime | 犯罪片 | crime films | 犯罪, 警匪片, crime, crime movie
  documentary | 纪录片 | documentaries | 纪录电影, documentary, documentary film
  drama | 剧情片 | dramas | 剧情, 文艺片, drama, drama film, drama movie
  family | 家庭片 | family films | 亲子电影, 合家欢, 儿童电影, family, family movie, kids movie, kids film, children's film
  fantasy | 奇幻片 | fantasy films | 奇幻, 魔幻片, fantasy, fantasy movie
  history | 历史片 | historical films | 历史, 古装片, history, historical film
  horror | 恐怖片 | horror films | 恐怖, 恐怖电影, 鬼片, 惊悚片, horror, horror movie, scary movie
  martial-arts | 武侠片 | martial arts films | 武侠, 功夫片, 功夫电影, martial arts, kung fu movie, wuxia
  music | 歌舞片 | musical films | 音乐电影, 音乐片, music film, musical film
  mystery | 悬疑片 | mystery films | 悬疑, 推理片, 侦探片, mystery, mystery movie, detective film, thriller, thrillers
  romance | 爱情片 | romances | 爱情, 爱情电影, 浪漫电影, romance, romantic movie, romantic comedy, romantic film, rom-com, love story
  sci-fi | 科幻片 | science fiction films | 科幻, 科幻电影, sci-fi, science fiction, sci-fi movie, science fiction film, scifi
  sport | 体育片 | sports films | 体育电影, sports film, sports movie
  war | 战争片 | war films | 战争, 战争电影, war, war movie
`, 3).map(([id = "", zh = "", en = "", names]) => ({ id, zh, en, aliases: readList(names) }));

const FILMS = `
  流浪地球 | The Wandering Earth | 流浪地球1 | 125 | 2019 | sci-fi, adventure
  流浪地球2 | The Wandering Earth II | 流浪地球二, the wandering earth 2, wandering earth 2 | 173 | 2023 | sci-fi, adventure
  战狼2 | Wolf Warrior 2 | 战狼二, 战狼 | 123 | 2017 | action, war
  长津湖 | The Battle at Lake Changjin | 长津湖之战 | 176 | 2021 | war, history
  长津湖之水门桥 | The Battle at Lake Changjin II | 水门桥 | 149 | 2022 | war, history
  满江红 | Full River Red | | 159 | 2023 | mystery, comedy, history
  哪吒之魔童降世 | Ne Zha | 哪吒1, 哪吒之魔童降世1, nezha | 110 | 2019 | animation, fantasy
  哪吒之魔童闹海 | Ne Zha 2 | 哪吒2, 哪吒闹海, 哪吒, 魔童闹海, nezha 2 | 144 | 2025 | animation, fantasy
  你好，李焕英 | Hi, Mom | 李焕英, 你好李焕英, hi mom | 128 | 2021 | comedy, family
  唐人街探案 | Detective Chinatown | 唐探 | 135 | 2015 | comedy, mystery
  唐人街探案3 | Detective Chinatown 3 | 唐探3 | 136 | 2021 | comedy, mystery
  唐探1900 | Detective Chinatown 1900 | 唐人街探案1900 | 136 | 2025 | comedy, mystery
  红海行动 | Operation Red Sea | | 138 | 2018 | action, war
  湄公河行动 | Operation Mekong | | 124 | 2016 | action, crime
  我不是药神 | Dying to Survive | 药神 | 117 | 2018 | drama, comedy
  西虹市首富 | Hello Mr. Billionaire | 西虹市 | 118 | 2018 | comedy
  夏洛特烦恼 | Goodbye Mr. Loser | | 104 | 2015 | comedy
  羞羞的铁拳 | Never Say Die | | 100 | 2017 | comedy
  飞驰人生 | Pegasus | | 98 | 2019 | comedy, sport
  飞驰人生2 | Pegasus 2 | | 121 | 2024 | comedy, sport
  热辣滚烫 | YOLO | | 129 | 2024 | comedy, drama
  第二十条 | Article 20 | | 141 | 2024 | comedy, drama
  抓娃娃 | Successor | | 133 | 2024 | comedy, family
  消失的她 | Lost in the Stars | | 121 | 2023 | mystery, crime
  孤注一掷 | No More Bets | | 130 | 2023 | crime, drama
  八角笼中 | Never Say Never | | 118 | 2023 | drama, sport
  封神第一部 | Creation of the Gods I | 封神, 封神1, 封神第一部朝歌风云, creation of the gods | 148 | 2023 | fantasy, action
  封神第二部 | Creation of the Gods II | 封神2, 封神第二部战火西岐, creation of the gods 2 | 145 | 2025 | fantasy, action
  长安三万里 | Chang'an | 30000 miles from chang'an | 168 | 2023 | animation, history
  中国机长 | The Captain | | 111 | 2019 | drama, adventure
  我和我的祖国 | My People, My Country | | 155 | 2019 | drama, history
  少年的你 | Better Days | | 135 | 2019 | drama, romance
  无名之辈 | A Cool Fish | | 108 | 2018 | comedy, drama
  误杀 | Sheep Without a Shepherd | | 112 | 2019 | mystery, crime
  误杀2 | Fireflies in the Sun | | 118 | 2021 | mystery, crime
  送你一朵小红花 | A Little Red Flower | 小红花 | 128 | 2020 | drama, romance
  八佰 | The Eight Hundred | 800 | 147 | 2020 | war, history
  金刚川 | The Sacrifice | | 122 | 2020 | war, history
  人生大事 | Lighting Up the Stars | | 112 | 2022 | drama, family
  独行月球 | Moon Man | | 122 | 2022 | sci-fi, comedy
  这个杀手不太冷静 | Too Cool to Kill | | 109 | 2022 | comedy
  悬崖之上 | Cliff Walkers | | 120 | 2021 | history, action
  无名 | Hidden Blade | | 128 | 2023 | history, mystery
  坚如磐石 | Under the Light | | 127 | 2023 | crime, mystery
  志愿军：雄兵出击 | The Volunteers: To the War | 志愿军 | 141 | 2023 | war, history
  南京照相馆 | Dead to Rights | | 137 | 2025 | history, drama
  浪浪山小妖怪 | Nobody | 浪浪山 | 118 | 2025 | animation, comedy
  长安的荔枝 | The Lychee Road | | 122 | 2025 | history, comedy
  射雕英雄传：侠之大者 | Legends of the Condor Heroes: The Gallants | 射雕英雄传, 射雕, legends of the condor heroes | 147 | 2025 | martial-arts, history
  蛟龙行动 | Operation Hadal | | 144 | 2025 | action, war
  罗小黑战记 | The Legend of Hei | 罗小黑 | 101 | 2019 | animation, fantasy
  罗小黑战记2 | The Legend of Hei 2 | 罗小黑2 | 120 | 2025 | animation, fantasy
  大圣归来 | Monkey King: Hero Is Back | 西游记之大圣归来, 大圣, monkey king | 89 | 2015 | animation, fantasy
  大鱼海棠 | Big Fish & Begonia | 大鱼, big fish and begonia | 105 | 2016 | animation, fantasy
  白蛇：缘起 | White Snake | 白蛇, 白蛇缘起 | 98 | 2019 | animation, romance
  深海 | Deep Sea | | 112 | 2023 | animation, fantasy
  雄狮少年 | I Am What I Am | | 104 | 2021 | animation, sport
  姜子牙 | Jiang Ziya | | 110 | 2020 | animation, fantasy
  熊出没·逆转时空 | Boonie Bears: Time Twist | 熊出没, 熊出没逆转时空, boonie bears | 108 | 2024 | animation, family
  喜羊羊与灰太狼之守护 | Pleasant Goat and Big Big Wolf | 喜羊羊与灰太狼, 喜羊羊, pleasant goat | 98 | 2022 | animation, family
  大闹天宫 | Havoc in Heaven | uproar in heaven | 106 | 1964 | animation, fantasy
  霸王别姬 | Farewell My Concubine | | 171 | 1993 | drama, romance
  活着 | To Live | | 132 | 1994 | drama, history
  大红灯笼高高挂 | Raise the Red Lantern | | 125 | 1991 | drama
  红高粱 | Red Sorghum | | 91 | 1988 | drama, war
  阳光灿烂的日子 | In the Heat of the Sun | | 134 | 1994 | drama, romance
  让子弹飞 | Let the Bullets Fly | 子弹飞 | 132 | 2010 | comedy, action
  无间道 | Infernal Affairs | | 101 | 2002 | crime, mystery
  英雄 | Hero | | 99 | 2002 | martial-arts, history
  卧虎藏龙 | Crouching Tiger, Hidden Dragon | crouching tiger hidden dragon, crouching tiger | 120 | 2000 | martial-arts, romance
  十面埋伏 | House of Flying Daggers | | 119 | 2004 | martial-arts, romance
  功夫 | Kung Fu Hustle | | 99 | 2004 | comedy, martial-arts
  少林足球 | Shaolin Soccer | | 112 | 2001 | comedy, sport
  大话西游之月光宝盒 | A Chinese Odyssey: Pandora's Box | 月光宝盒, 大话西游1 | 87 | 1995 | comedy, fantasy
  大话西游之大圣娶亲 | A Chinese Odyssey: Cinderella | 大话西游, 大圣娶亲, 大话西游2, a chinese odyssey | 95 | 1995 | comedy, romance
  喜剧之王 | King of Comedy | | 89 | 1999 | comedy, romance
  唐伯虎点秋香 | Flirting Scholar | | 102 | 1993 | comedy
  美人鱼 | The Mermaid | | 94 | 2016 | comedy, fantasy
  西游·降魔篇 | Journey to the West: Conquering the Demons | 西游降魔篇 | 110 | 2013 | comedy, fantasy
  重庆森林 | Chungking Express | | 102 | 1994 | romance, drama
  花样年华 | In the Mood for Love | | 98 | 2000 | romance, drama
  一代宗师 | The Grandmaster | | 130 | 2013 | martial-arts, drama
  东邪西毒 | Ashes of Time | | 100 | 1994 | martial-arts, drama
  春光乍泄 | Happy Together | | 96 | 1997 | romance, drama
  甜蜜蜜 | Comrades: Almost a Love Story | | 118 | 1996 | romance, drama
  叶问 | Ip Man | | 108 | 2008 | martial-arts, action
  叶问4 | Ip Man 4: The Finale | ip man 4 | 105 | 2019 | martial-arts, action
  新龙门客栈 | New Dragon Gate Inn | 龙门客栈 | 103 | 1992 | martial-arts
  黄飞鸿之壮志凌云 | Once Upon a Time in China | 黄飞鸿 | 134 | 1991 | martial-arts, action
  精武门 | Fist of Fury | | 108 | 1972 | martial-arts, action
  猛龙过江 | The Way of the Dragon | | 99 | 1972 | martial-arts, action
  警察故事 | Police Story | | 101 | 1985 | action, comedy
  醉拳 | Drunken Master | | 111 | 1978 | martial-arts, comedy
  英雄本色 | A Better Tomorrow | | 95 | 1986 | action, crime
  九龙城寨之围城 | Twilight of the Warriors: Walled In | 九龙城寨, 围城, twilight of the warriors | 125 | 2024 | action, crime
  寒战 | Cold War | | 102 | 2012 | crime, action
  拆弹专家2 | Shock Wave 2 | 拆弹专家, shock wave | 121 | 2020 | action, crime
  饮食男女 | Eat Drink Man Woman | | 124 | 1994 | drama, family
  一一 | Yi Yi | | 173 | 2000 | drama, family
  悲情城市 | A City of Sadness | | 157 | 1989 | drama, history
  牯岭街少年杀人事件 | A Brighter Summer Day | 牯岭街 | 237 | 1991 | drama, crime
  那些年，我们一起追的女孩 | You Are the Apple of My Eye | 那些年, 那些年我们一起追的女孩 | 109 | 2011 | romance, comedy
  海角七号 | Cape No. 7 | | 129 | 2008 | romance, music
  不能说的秘密 | Secret | | 101 | 2007 | romance, music
  我的少女时代 | Our Times | | 134 | 2015 | romance, comedy
  周处除三害 | The Pig, the Snake and the Pigeon | 除三害 | 134 | 2023 | crime, action
  想见你 | Someday or One Day | | 107 | 2022 | romance, fantasy
  山河故人 | Mountains May Depart | | 131 | 2015 | drama
  江湖儿女 | Ash Is Purest White | | 136 | 2018 | drama, romance
  白日焰火 | Black Coal, Thin Ice | | 106 | 2014 | crime, mystery
  地球最后的夜晚 | Long Day's Journey into Night | | 138 | 2018 | drama, mystery
  隐入尘烟 | Return to Dust | | 133 | 2022 | drama, romance
  爱情神话 | B for Busy | | 111 | 2021 | comedy, romance
  好东西 | Her Story | | 123 | 2024 | comedy, drama
  出走的决心 | Like a Rolling Stone | | 96 | 2024 | drama
  非诚勿扰 | If You Are the One | | 130 | 2008 | comedy, romance
  疯狂的石头 | Crazy Stone | | 98 | 2006 | comedy, crime
  人在囧途之泰囧 | Lost in Thailand | 泰囧 | 105 | 2012 | comedy
  寻龙诀 | Mojin: The Lost Legend | 鬼吹灯之寻龙诀 | 127 | 2015 | adventure, fantasy
  狄仁杰之通天帝国 | Detective Dee and the Mystery of the Phantom Flame | 狄仁杰, detective dee | 123 | 2010 | mystery, action
  捉妖记 | Monster Hunt | | 118 | 2015 | fantasy, comedy
  绣春刀 | Brotherhood of Blades | | 106 | 2014 | martial-arts, history
  刺杀小说家 | A Writer's Odyssey | | 130 | 2021 | fantasy, action
  千与千寻 | Spirited Away | | 125 | 2001 | animation, fantasy
  龙猫 | My Neighbor Totoro | totoro, my neighbour totoro | 86 | 1988 | animation, family
  哈尔的移动城堡 | Howl's Moving Castle | | 119 | 2004 | animation, fantasy
  天空之城 | Castle in the Sky | laputa castle in the sky | 124 | 1986 | animation, adventure
  幽灵公主 | Princess Mononoke | | 134 | 1997 | animation, fantasy
  魔女宅急便 | Kiki's Delivery Service | | 103 | 1989 | animation, family
  崖上的波妞 | Ponyo | 悬崖上的金鱼姬 | 101 | 2008 | animation, family
  起风了 | The Wind Rises | | 126 | 2013 | animation, history
  你想活出怎样的人生 | The Boy and the Heron | 苍鹭与少年 | 124 | 2023 | animation, fantasy
  萤火虫之墓 | Grave of the Fireflies | | 89 | 1988 | animation, war
  你的名字。 | Your Name | 你的名字 | 106 | 2016 | animation, romance
  天气之子 | Weathering with You | | 112 | 2019 | animation, romance
  铃芽之旅 | Suzume | | 122 | 2022 | animation, fantasy
  灌篮高手 | The First Slam Dunk | 灌篮高手电影, slam dunk | 124 | 2022 | animation, sport
  名侦探柯南：独眼的残像 | Detective Conan: One-eyed Flashback | 名侦探柯南, 柯南, detective conan, case closed | 110 | 2025 | animation, mystery
  哆啦A梦：伴我同行 | Stand by Me Doraemon | 哆啦a梦, 机器猫, doraemon, 伴我同行 | 95 | 2014 | animation, family
  蜡笔小新：我们的恐龙日记 | Crayon Shin-chan: Our Dinosaur Diary | 蜡笔小新, 小新, crayon shin-chan | 106 | 2024 | animation, comedy
  鬼灭之刃：无限列车篇 | Demon Slayer: Mugen Train | 无限列车, mugen train, 鬼灭之刃无限列车 | 117 | 2020 | animation, action
  鬼灭之刃：无限城篇 | Demon Slayer: Infinity Castle | 鬼灭之刃, 无限城, demon slayer, infinity castle | 155 | 2025 | animation, action
  咒术回战0 | Jujutsu Kaisen 0 | 咒术回战, jujutsu kaisen | 105 | 2021 | animation, action
  海贼王：红发歌姬 | One Piece Film: Red | 海贼王, 航海王, one piece, one piece film red | 115 | 2022 | animation, action
  蓝色监狱 | Blue Lock: Episode Nagi | blue lock | 91 | 2024 | animation, sport
  电锯人：蕾塞篇 | Chainsaw Man: Reze Arc | 电锯人, chainsaw man | 100 | 2025 | animation, action
  阿基拉 | Akira | | 124 | 1988 | animation, sci-fi
  攻壳机动队 | Ghost in the Shell | | 83 | 1995 | animation, sci-fi
  红辣椒 | Paprika | | 90 | 2006 | animation, sci-fi
  七武士 | Seven Samurai | | 207 | 1954 | history, action
  东京物语 | Tokyo Story | | 136 | 1953 | drama, family
  情书 | Love Letter | | 117 | 1995 | romance, drama
  入殓师 | Departures | | 130 | 2008 | drama
  小偷家族 | Shoplifters | | 121 | 2018 | drama, family
  怪物 | Monster | | 126 | 2023 | drama, mystery
  驾驶我的车 | Drive My Car | | 179 | 2021 | drama
  完美的日子 | Perfect Days | | 124 | 2023 | drama
  哥斯拉-1.0 | Godzilla Minus One | 哥斯拉负一 | 125 | 2023 | sci-fi, action
  花束般的恋爱 | We Made a Beautiful Bouquet | | 124 | 2021 | romance, drama
  寄生虫 | Parasite | | 132 | 2019 | drama, mystery
  釜山行 | Train to Busan | | 118 | 2016 | horror, action
  老男孩 | Oldboy | old boy | 120 | 2003 | crime, mystery
  杀人回忆 | Memories of Murder | | 131 | 2003 | crime, mystery
  熔炉 | Silenced | | 125 | 2011 | drama, crime
  首尔之春 | 12.12: The Day | | 141 | 2023 | history, drama
  破墓 | Exhuma | | 134 | 2024 | horror, mystery
  三傻大闹宝莱坞 | 3 Idiots | 三傻, three idiots | 170 | 2009 | comedy, drama
  摔跤吧！爸爸 | Dangal | 摔跤吧爸爸 | 161 | 2016 | sport, family
  RRR | RRR | 吼叫起义革命 | 182 | 2022 | action, history
  天才枪手 | Bad Genius | | 130 | 2017 | crime, drama
  姥姥的外孙 | How to Make Millions Before Grandma Dies | | 125 | 2024 | drama, family
  肖申克的救赎 | The Shawshank Redemption | 肖申克, shawshank | 142 | 1994 | drama, crime
  教父 | The Godfather | godfather | 175 | 1972 | crime, drama
  阿甘正传 | Forrest Gump | 阿甘 | 142 | 1994 | drama, romance
  泰坦尼克号 | Titanic | | 194 | 1997 | romance, drama
  阿凡达 | Avatar | 阿凡达1 | 162 | 2009 | sci-fi, adventure
  阿凡达：水之道 | Avatar: The Way of Water | 阿凡达2, 水之道, the way of water, avatar 2 | 192 | 2022 | sci-fi, adventure
  阿凡达：火与烬 | Avatar: Fire and Ash | 阿凡达3, 火与烬, fire and ash, avatar 3 | 197 | 2025 | sci-fi, adventure
  盗梦空间 | Inception | | 148 | 2010 | sci-fi, action
  星际穿越 | Interstellar | | 169 | 2014 | sci-fi, adventure
  信条 | Tenet | | 150 | 2020 | sci-fi, action
  奥本海默 | Oppenheimer | | 180 | 2023 | history, drama
  敦刻尔克 | Dunkirk | | 106 | 2017 | war, history
  黑暗骑士 | The Dark Knight | 蝙蝠侠黑暗骑士, dark knight | 152 | 2008 | action, crime
  新蝙蝠侠 | The Batman | 蝙蝠侠, batman | 176 | 2022 | action, crime
  记忆碎片 | Memento | | 113 | 2000 | mystery, crime
  致命魔术 | The Prestige | | 130 | 2006 | mystery, drama
  黑客帝国 | The Matrix | matrix | 136 | 1999 | sci-fi, action
  沙丘 | Dune | 沙丘1, dune part one | 155 | 2021 | sci-fi, adventure
  沙丘2 | Dune: Part Two | 沙丘二, dune 2, dune part 2 | 166 | 2024 | sci-fi, adventure
  银翼杀手2049 | Blade Runner 2049 | 银翼杀手, blade runner | 164 | 2017 | sci-fi, mystery
  2001太空漫游 | 2001: A Space Odyssey | 太空漫游, a space odyssey | 149 | 1968 | sci-fi
  异形 | Alien | | 117 | 1979 | sci-fi, horror
  异形：夺命舰 | Alien: Romulus | alien romulus | 119 | 2024 | sci-fi, horror
  终结者2 | Terminator 2: Judgment Day | 终结者, terminator, terminator 2, the terminator | 137 | 1991 | sci-fi, action
  侏罗纪公园 | Jurassic Park | | 127 | 1993 | sci-fi, adventure
  侏罗纪世界：重生 | Jurassic World: Rebirth | 侏罗纪世界, jurassic world | 134 | 2025 | sci-fi, adventure
  E.T.外星人 | E.T. the Extra-Terrestrial | 外星人et, et | 115 | 1982 | sci-fi, family
  星球大战：新希望 | Star Wars: A New Hope | 星球大战, 星战, star wars, a new hope | 121 | 1977 | sci-fi, adventure
  回到未来 | Back to the Future | | 116 | 1985 | sci-fi, comedy
  火星救援 | The Martian | | 144 | 2015 | sci-fi, adventure
  地心引力 | Gravity | | 91 | 2013 | sci-fi, drama
  降临 | Arrival | | 116 | 2016 | sci-fi, drama
  挽救计划 | Project Hail Mary | hail mary | 156 | 2026 | sci-fi, adventure
  瞬息全宇宙 | Everything Everywhere All at Once | | 139 | 2022 | sci-fi, comedy
  复仇者联盟4：终局之战 | Avengers: Endgame | 复仇者联盟4, 复仇者联盟, 复联4, 复联, avengers, the avengers, endgame | 181 | 2019 | action, sci-fi
  蜘蛛侠：英雄无归 | Spider-Man: No Way Home | 蜘蛛侠, spider-man, spiderman, no way home | 148 | 2021 | action, sci-fi
  蜘蛛侠：纵横宇宙 | Spider-Man: Across the Spider-Verse | 纵横宇宙, across the spider-verse, spider-verse | 140 | 2023 | animation, action
  钢铁侠 | Iron Man | | 126 | 2008 | action, sci-fi
  黑豹 | Black Panther | | 134 | 2018 | action, sci-fi
  银河护卫队3 | Guardians of the Galaxy Vol. 3 | 银河护卫队, guardians of the galaxy, guardians of the galaxy 3 | 150 | 2023 | action, sci-fi
  死侍与金刚狼 | Deadpool & Wolverine | 死侍, 金刚狼, deadpool, wolverine, deadpool and wolverine | 128 | 2024 | action, comedy
  毒液：最后一舞 | Venom: The Last Dance | 毒液, venom, venom 3 | 109 | 2024 | action, sci-fi
  超人 | Superman | | 129 | 2025 | action, sci-fi
  神奇四侠：初露锋芒 | The Fantastic Four: First Steps | 神奇四侠, fantastic four | 115 | 2025 | action, sci-fi
  神奇女侠 | Wonder Woman | | 141 | 2017 | action, fantasy
  海王 | Aquaman | | 143 | 2018 | action, fantasy
  小丑 | Joker | | 122 | 2019 | crime, drama
  速度与激情7 | Furious 7 | 速度与激情, 速激, fast and furious, fast and furious 7, fast & furious | 137 | 2015 | action, crime
  速度与激情10 | Fast X | 速激10, fast and furious 10 | 141 | 2023 | action, crime
  碟中谍8：最终清算 | Mission: Impossible – The Final Reckoning | 碟中谍, 碟中谍8, mission impossible, mission impossible 8, the final reckoning | 170 | 2025 | action, adventure
  壮志凌云：独行侠 | Top Gun: Maverick | 壮志凌云, 壮志凌云2, top gun, maverick | 131 | 2022 | action, drama
  007：无暇赴死 | No Time to Die | 007, 无暇赴死, james bond, bond | 163 | 2021 | action, adventure
  疾速追杀4 | John Wick: Chapter 4 | 疾速追杀, john wick, john wick 4 | 169 | 2023 | action, crime
  疯狂的麦克斯：狂暴之路 | Mad Max: Fury Road | 疯狂的麦克斯, mad max, fury road | 120 | 2015 | action, sci-fi
  变形金刚 | Transformers | | 144 | 2007 | action, sci-fi
  变形金刚：起源 | Transformers One | | 104 | 2024 | animation, sci-fi
  哥斯拉大战金刚2 | Godzilla x Kong: The New Empire | 哥斯拉大战金刚, 哥斯拉, 金刚, godzilla x kong, godzilla vs kong, godzilla, king kong | 115 | 2024 | action, sci-fi
  F1：狂飙飞车 | F1: The Movie | f1, 狂飙飞车, f1 movie | 155 | 2025 | sport, action
  角斗士 | Gladiator | | 155 | 2000 | action, history
  角斗士2 | Gladiator II | gladiator 2 | 148 | 2024 | action, history
  指环王：护戒使者 | The Lord of the Rings: The Fellowship of the Ring | 指环王, 魔戒, 护戒使者, 指环王1, lord of the rings, fellowship of the ring, the fellowship of the ring | 178 | 2001 | fantasy, adventure
  指环王：王者归来 | The Lord of the Rings: The Return of the King | 王者归来, 指环王3, return of the king, the return of the king | 201 | 2003 | fantasy, adventure
  霍比特人 | The Hobbit: An Unexpected Journey | hobbit, the hobbit | 169 | 2012 | fantasy, adventure
  哈利·波特与魔法石 | Harry Potter and the Philosopher's Stone | 哈利波特, 魔法石, 哈利波特与魔法石, harry potter, harry potter and the sorcerer's stone | 152 | 2001 | fantasy, family
  加勒比海盗 | Pirates of the Caribbean | 加勒比海盗1 | 143 | 2003 | adventure, fantasy
  夺宝奇兵 | Raiders of the Lost Ark | indiana jones | 115 | 1981 | adventure, action
  魔法坏女巫 | Wicked | 女巫前传电影 | 160 | 2024 | music, fantasy
  魔法坏女巫2 | Wicked: For Good | wicked 2, for good | 137 | 2025 | music, fantasy
  芭比 | Barbie | barbie movie | 114 | 2023 | comedy, fantasy
  爱乐之城 | La La Land | | 128 | 2016 | music, romance
  音乐之声 | The Sound of Music | sound of music | 174 | 1965 | music, family
  悲惨世界 | Les Misérables | les miserables | 158 | 2012 | music, drama
  马戏之王 | The Greatest Showman | greatest showman | 105 | 2017 | music, drama
  波西米亚狂想曲 | Bohemian Rhapsody | | 134 | 2018 | music, drama
  海上钢琴师 | The Legend of 1900 | legend of 1900 | 165 | 1998 | music, drama
  放牛班的春天 | The Chorus | les choristes | 97 | 2004 | music, drama
  爆裂鼓手 | Whiplash | | 106 | 2014 | music, drama
  罗马假日 | Roman Holiday | | 118 | 1953 | romance, comedy
  乱世佳人 | Gone with the Wind | | 238 | 1939 | romance, history
  卡萨布兰卡 | Casablanca | 北非谍影 | 102 | 1942 | romance, war
  魂断蓝桥 | Waterloo Bridge | | 108 | 1940 | romance, war
  傲慢与偏见 | Pride & Prejudice | pride and prejudice | 129 | 2005 | romance, drama
  诺丁山 | Notting Hill | | 124 | 1999 | romance, comedy
  爱在黎明破晓前 | Before Sunrise | 爱在黎明 | 101 | 1995 | romance, drama
  怦然心动 | Flipped | | 90 | 2010 | romance, comedy
  真爱至上 | Love Actually | | 135 | 2003 | romance, comedy
  恋恋笔记本 | The Notebook | notebook | 123 | 2004 | romance, drama
  时空恋旅人 | About Time | | 123 | 2013 | romance, comedy
  天使爱美丽 | Amélie | amelie | 122 | 2001 | romance, comedy
  这个杀手不太冷 | Léon: The Professional | leon, 杀手莱昂, leon the professional, the professional | 110 | 1994 | action, crime
  触不可及 | The Intouchables | intouchables | 112 | 2011 | comedy, drama
  美丽人生 | Life Is Beautiful | | 116 | 1997 | comedy, war
  天堂电影院 | Cinema Paradiso | | 124 | 1988 | drama, romance
  辛德勒的名单 | Schindler's List | 辛德勒名单 | 195 | 1993 | history, war
  拯救大兵瑞恩 | Saving Private Ryan | | 169 | 1998 | war, drama
  1917 | 1917 | 一九一七 | 119 | 2019 | war, drama
  血战钢锯岭 | Hacksaw Ridge | 钢锯岭 | 139 | 2016 | war, history
  钢琴家 | The Pianist | | 150 | 2002 | war, music
  勇敢的心 | Braveheart | | 178 | 1995 | history, war
  楚门的世界 | The Truman Show | truman show | 103 | 1998 | drama, sci-fi
  搏击俱乐部 | Fight Club | | 139 | 1999 | drama, mystery
  低俗小说 | Pulp Fiction | | 154 | 1994 | crime, comedy
  七宗罪 | Se7en | seven | 127 | 1995 | crime, mystery
  沉默的羔羊 | The Silence of the Lambs | silence of the lambs | 118 | 1991 | crime, mystery
  禁闭岛 | Shutter Island | | 138 | 2010 | mystery, drama
  绿皮书 | Green Book | | 130 | 2018 | drama, comedy
  绿里奇迹 | The Green Mile | green mile | 189 | 1999 | drama, fantasy
  当幸福来敲门 | The Pursuit of Happyness | 幸福来敲门, pursuit of happiness, the pursuit of happiness | 117 | 2006 | drama, family
  华尔街之狼 | The Wolf of Wall Street | wolf of wall street | 180 | 2013 | crime, comedy
  猫鼠游戏 | Catch Me If You Can | | 141 | 2002 | crime, comedy
  心灵捕手 | Good Will Hunting | | 126 | 1997 | drama
  死亡诗社 | Dead Poets Society | | 128 | 1989 | drama
  闻香识女人 | Scent of a Woman | | 157 | 1992 | drama
  少年派的奇幻漂流 | Life of Pi | 少年派 | 127 | 2012 | adventure, drama
  布达佩斯大饭店 | The Grand Budapest Hotel | grand budapest hotel | 99 | 2014 | comedy, crime
  穿普拉达的女王 | The Devil Wears Prada | 时尚女魔头, devil wears prada | 109 | 2006 | comedy, drama
  穿普拉达的女王2 | The Devil Wears Prada 2 | 时尚女魔头2, devil wears prada 2 | 118 | 2026 | comedy, drama
  控方证人 | Witness for the Prosecution | | 116 | 1957 | mystery, crime
  十二怒汉 | 12 Angry Men | twelve angry men | 96 | 1957 | drama, crime
  摩登时代 | Modern Times | | 87 | 1936 | comedy
  公民凯恩 | Citizen Kane | | 119 | 1941 | drama, mystery
  惊魂记 | Psycho | | 109 | 1960 | horror, mystery
  闪灵 | The Shining | shining | 146 | 1980 | horror
  小丑回魂 | It | 它电影 | 135 | 2017 | horror
  招魂 | The Conjuring | conjuring | 112 | 2013 | horror
  寂静之地 | A Quiet Place | quiet place | 90 | 2018 | horror, sci-fi
  逃出绝命镇 | Get Out | | 104 | 2017 | horror, mystery
  罪人 | Sinners | | 138 | 2025 | horror, drama
  凶器 | Weapons | | 128 | 2025 | horror, mystery
  一战再战 | One Battle After Another | | 162 | 2025 | action, drama
  安诺拉 | Anora | 阿诺拉 | 139 | 2024 | comedy, romance
  某种物质 | The Substance | substance | 141 | 2024 | horror, drama
  秘密会议 | Conclave | 教宗选举 | 120 | 2024 | mystery, drama
  坠落的审判 | Anatomy of a Fall | 坠楼死亡的剖析 | 152 | 2023 | crime, drama
  可怜的东西 | Poor Things | | 141 | 2023 | comedy, fantasy
  利刃出鞘 | Knives Out | | 130 | 2019 | mystery, comedy
  东方快车谋杀案 | Murder on the Orient Express | 东方快车 | 114 | 2017 | mystery, crime
  尼罗河上的惨案 | Death on the Nile | | 127 | 2022 | mystery, crime
  看不见的客人 | The Invisible Guest | | 106 | 2016 | mystery, crime
  海蒂和爷爷 | Heidi | | 111 | 2015 | family, drama
  忠犬八公 | Hachi: A Dog's Tale | 忠犬八公的故事, hachiko, hachi | 93 | 2009 | family, drama
  小鬼当家 | Home Alone | | 103 | 1990 | comedy, family
  帕丁顿熊 | Paddington | paddington bear | 95 | 2014 | comedy, family
  博物馆奇妙夜 | Night at the Museum | | 108 | 2006 | comedy, family
  查理和巧克力工厂 | Charlie and the Chocolate Factory | 旺卡, wonka, willy wonka | 115 | 2005 | family, fantasy
  我的世界大电影 | A Minecraft Movie | 我的世界, minecraft, minecraft movie | 101 | 2025 | adventure, family
  狮子王 | The Lion King | lion king | 88 | 1994 | animation, family
  狮子王：木法沙传奇 | Mufasa: The Lion King | 木法沙, mufasa | 118 | 2024 | animation, family
  冰雪奇缘 | Frozen | 冰雪奇缘1, elsa movie | 102 | 2013 | animation, family
  冰雪奇缘2 | Frozen II | frozen 2 | 103 | 2019 | animation, family
  疯狂动物城 | Zootopia | 疯狂动物城1, zootropolis | 108 | 2016 | animation, comedy
  疯狂动物城2 | Zootopia 2 | zootropolis 2 | 108 | 2025 | animation, comedy
  寻梦环游记 | Coco | | 105 | 2017 | animation, family
  头脑特工队 | Inside Out | | 95 | 2015 | animation, family
  头脑特工队2 | Inside Out 2 | | 96 | 2024 | animation, family
  玩具总动员 | Toy Story | | 81 | 1995 | animation, family
  玩具总动员5 | Toy Story 5 | | 100 | 2026 | animation, family
  海底总动员 | Finding Nemo | nemo | 100 | 2003 | animation, family
  飞屋环游记 | Up | | 96 | 2009 | animation, adventure
  机器人总动员 | WALL-E | 瓦力, wall e | 98 | 2008 | animation, sci-fi
  超人总动员 | The Incredibles | incredibles | 115 | 2004 | animation, action
  怪兽电力公司 | Monsters, Inc. | monsters inc | 92 | 2001 | animation, comedy
  料理鼠王 | Ratatouille | 美食总动员 | 111 | 2007 | animation, comedy
  心灵奇旅 | Soul | | 100 | 2020 | animation, music
  疯狂元素城 | Elemental | 元素城 | 101 | 2023 | animation, romance
  海洋奇缘2 | Moana 2 | 海洋奇缘, moana, vaiana | 100 | 2024 | animation, family
  魔法满屋 | Encanto | | 102 | 2021 | animation, music
  超能陆战队 | Big Hero 6 | 大白 | 102 | 2014 | animation, sci-fi
  花木兰 | Mulan | 木兰 | 88 | 1998 | animation, history
  美女与野兽 | Beauty and the Beast | | 84 | 1991 | animation, romance
  阿拉丁 | Aladdin | | 128 | 2019 | fantasy, music
  小美人鱼 | The Little Mermaid | little mermaid | 135 | 2023 | fantasy, music
  白雪公主 | Snow White | | 109 | 2025 | fantasy, music
  星际宝贝史迪奇 | Lilo & Stitch | 史迪奇, lilo and stitch, stitch | 108 | 2025 | family, comedy
  功夫熊猫 | Kung Fu Panda | 功夫熊猫1 | 92 | 2008 | animation, comedy
  功夫熊猫4 | Kung Fu Panda 4 | | 94 | 2024 | animation, comedy
  怪物史莱克 | Shrek | 史莱克 | 90 | 2001 | animation, comedy
  驯龙高手 | How to Train Your Dragon | | 125 | 2025 | fantasy, adventure
  荒野机器人 | The Wild Robot | wild robot | 102 | 2024 | animation, sci-fi
  神偷奶爸4 | Despicable Me 4 | 神偷奶爸, despicable me | 94 | 2024 | animation, comedy
  小黄人大眼萌 | Minions | 小黄人, the minions | 91 | 2015 | animation, comedy
  冰川时代 | Ice Age | 冰河世纪 | 81 | 2002 | animation, comedy
  马达加斯加 | Madagascar | | 86 | 2005 | animation, comedy
  超级马力欧兄弟大电影 | The Super Mario Bros. Movie | 超级马里奥, 马里奥, 超级马力欧兄弟, super mario, super mario bros, mario movie | 92 | 2023 | animation, adventure
  超级马力欧银河大电影 | The Super Mario Galaxy Movie | 马力欧银河, super mario galaxy, mario galaxy | 100 | 2026 | animation, adventure
  刺猬索尼克3 | Sonic the Hedgehog 3 | 刺猬索尼克, 索尼克, sonic, sonic 3, sonic the hedgehog | 110 | 2024 | action, family
  宝可梦：大侦探皮卡丘 | Pokémon Detective Pikachu | 大侦探皮卡丘, 皮卡丘, detective pikachu, pikachu, pokemon movie | 104 | 2019 | adventure, family
  汪汪队立大功大电影 | PAW Patrol: The Movie | 汪汪队, 汪汪队立大功, paw patrol | 86 | 2021 | animation, family
  小猪佩奇过大年 | Peppa Celebrates Chinese New Year | 小猪佩奇, peppa pig | 81 | 2019 | animation, family
  忠犬帕尔玛 | A Dog Named Palma | 帕尔玛 | 110 | 2021 | family, drama
  猫和老鼠 | Tom and Jerry | tom & jerry | 101 | 2021 | animation, comedy
  千年女优 | Millennium Actress | | 87 | 2001 | animation, drama
  K-Pop：猎魔女团 | KPop Demon Hunters | 猎魔女团, k-pop demon hunters | 100 | 2025 | animation, music
  寂静的森林 | The Silent Forest | | 104 | 2020 | drama
  我们诞生在中国 | Born in China | | 79 | 2016 | documentary, family
  二十二 | Twenty Two | | 99 | 2017 | documentary
  徒手攀岩 | Free Solo | | 100 | 2018 | documentary, sport
  帝企鹅日记 | March of the Penguins | | 80 | 2005 | documentary, family
  里斯本丸沉没 | The Sinking of the Lisbon Maru | 里斯本丸 | 123 | 2023 | documentary, history
`;

/** Titles by the name of the part that is meant; the bare name of a series belongs to its newest or best-known part. */
export const films: readonly Film[] = readLines(FILMS, 6).map(([zh = "", en = "", names, minutes, year, genres]) => ({
  zh, en, aliases: readList(names), minutes: Number(minutes), year: Number(year), genres: readList(genres),
}));
