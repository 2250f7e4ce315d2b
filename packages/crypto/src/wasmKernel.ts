import { type FieldKernel, plainKernel } from './kernel.ts';

export const wasmKernel: FieldKernel = plainKernel;
