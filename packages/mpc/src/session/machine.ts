import type { SessionPorts } from './ports.ts';
import type { CommitteeFacts, SessionMachine } from './work.ts';

export declare function createSessionMachine(facts: CommitteeFacts, ports: SessionPorts): SessionMachine;
