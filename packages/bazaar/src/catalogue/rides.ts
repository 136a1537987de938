import { readLines, readList } from "./lines.ts";
import type { RideClass } from "./types.ts";

/** Classes of cars: id | Chinese | English | further names | seats | base fare | yuan per km | minutes of waiting */
export const rideClasses: readonly RideClass[] = readLines(`
  express | 快车 | Express | 普通车, 网约车, 打车, 便宜的车, economy, standard, car, regular | 4 | 8 | 2.2 | 4
  shared | 拼车 | Shared | 顺风车, 拼一辆, carpool, pool, ride share, shared ride | 3 | 6 | 1.6 | 7
  taxi | 出租车 | Taxi | 的士, 出租, 计程车, cab, taxi cab | 4 | 11 | 2.6 | 5
  premier | 专车 | Premier | 豪华车, 舒适型, 好一点的车, 礼橙, premium, comfort, luxury car, business car, black car | 4 | 15 | 3.8 | 6
  van | 商务车 | Van | 六座车, 七座车, 大车, 七座, 六座, minivan, six-seater, seven-seater, xl, large car, suv | 6 | 20 | 4.6 | 9
`, 8).map(([id = "", zh = "", en = "", names, seats, base, perKm, wait]) => ({
  id, zh, en, aliases: readList(names), seats: Number(seats), baseYuan: Number(base), perKmYuan: Number(perKm), waitMin: Number(wait),
}));
