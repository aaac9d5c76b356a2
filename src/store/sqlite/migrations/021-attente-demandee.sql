-- Until when a receiver has asked to be left alone.
ALTER TABLE abonnement ADD COLUMN attend_jusqua TEXT;
