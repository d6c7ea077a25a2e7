SELECT ? AS agency
