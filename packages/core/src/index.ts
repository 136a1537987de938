export { asError, DeviceError, InputError, invariant, InvariantError, LimitError, WanwenError } from "./errors.ts";
export { joinBytes } from "./bytes.ts";
export { formatMoney, type Money, plus, times, toYuan, yuan } from "./money.ts";
export { type Clock, fixedClock, systemClock } from "./clock.ts";
export { newId } from "./ids.ts";
export { type Logger, silentLogger } from "./logger.ts";
export { type StoredScales, type StoredTensor, type TensorType, typeInfo, type TypeInfo } from "./stored-tensor.ts";
