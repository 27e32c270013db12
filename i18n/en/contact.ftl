contact-room = Same room
contact-seat = Beside
contact-class = Same class
contact-other = Other
# $count (number)
contact-count = { $kind }: { $count }
contact-names = { $kind }: { $names }
contact-ill-since = { $name } ({ $day })
contact-ill = Ill since: { $people }
contact-watched = Watched until { $day }
contact-keep = Keep as contacts
# $count (number)
contact-proposed = Contacts { $count } (proposed, not kept yet)
# $count (number)
contact-kept = Contacts { $count }
contact-nobody = Nobody was near
contact-cli = Contacts of a case: proposed, or kept
contact-cli-case = Key of the case, see case list
contact-cli-keep = Keep all that are proposed
contact-cli-add = Keep one person
contact-cli-near = How near: room, seat, class or other
contact-cli-met = Last day on which they met (default: today)
contact-cli-until = Last day of watching (default: 7 days later)
contact-cli-remove = Remove one person
contact-cli-only = Keep these only (may be repeated); the others are kept no longer
contact-cli-all = List those who are kept and those who could be
contact-choose = Choose contacts
# $count (number)
contact-choosing = Contacts of { $name }: { $count } chosen
# $count (number)
contact-group = { $kind }: { $count }
contact-seat-no = no. { $seat }
contact-ill-from = ill since { $day }
contact-keep-chosen = Keep the chosen
contact-keys = Arrows move, Space chooses or not, Enter keeps. A group is chosen as a whole by its button.
contact-unsaved = The contacts that were chosen are not kept yet
contact-not-kept = proposed, not kept
