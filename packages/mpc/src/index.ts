// Multi-party rounds without input or output; preprocessing; WebAssembly kernels.

export {};
