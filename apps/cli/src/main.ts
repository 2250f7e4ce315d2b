#!/usr/bin/env node
// Process entry of the command.
import { main } from './program.ts';

// Folders, stores and logs that this command and its nodes write are their owner's alone.
if (process.platform !== 'win32') process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
