import { describeModel } from './model.ts';

describeModel('prive-mono-site');
