import { describeModel } from './model.ts';

describeModel('public-ght');
