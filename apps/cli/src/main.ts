#!/usr/bin/env node
// Process entry of the command.
import { main } from './program.ts';

process.exitCode = await main(process.argv.slice(2));
