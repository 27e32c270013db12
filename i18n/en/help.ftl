help-title = Help
help-key-choose = Choose a question
help-key-back = Back
help-key-heading = Heading before or after
help-key-ends = Beginning and end
