import { describeModel } from './model/model.ts';

describeModel('certificat');
